// Shows the copy button where the clipboard can be used; the text itself is on the page without it.
for (const button of document.querySelectorAll("button.copy")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("text").textContent);
    button.textContent = button.dataset.copied;
  });
}
