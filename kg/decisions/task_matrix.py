"""Tasks against actors and stages, with the holes and the overlaps."""

from kg.decisions.responsibility import TASKS, placed, strongest
from kg.index.index import Index
from kg.model.norm import Modality
from kg.model.question import Question
from kg.model.task import Standing, TaskCell, TaskMatrix

EVERY_STAGE = ""
"""The stage of a norm that is not limited to one."""


def task_matrix(index: Index, question: Question) -> TaskMatrix:
    """Every task that some norm knows, wherever and whenever, by who has it in the asked scope."""
    every = placed(index, question, TASKS, every=True)
    cells: dict[tuple[str, str, str], list[tuple[Modality, str]]] = {}
    for task in every:
        for bearer in task.bearers:
            for held in bearer.reasons:
                for stage in held.norm.stages or {EVERY_STAGE}:
                    key = (task.question.action, bearer.actor, stage)
                    cells.setdefault(key, []).append((held.norm.modality, held.norm.id))
    found = tuple(_cell(key, said) for key, said in sorted(cells.items()))
    return TaskMatrix(
        cells=found,
        holes=tuple(p.question.action for p in every if not p.bearers),
        overlaps=tuple(p for p in every if p.standing in {Standing.SHARED, Standing.CONTESTED}),
    )


def _cell(key: tuple[str, str, str], said: list[tuple[Modality, str]]) -> TaskCell:
    task, actor, stage = key
    norms = tuple(sorted(n for _, n in said))
    return TaskCell(task=task, actor=actor, stage=stage, modality=strongest(m for m, _ in said), norms=norms)
