"""What is installed elsewhere works as the checkout does."""
