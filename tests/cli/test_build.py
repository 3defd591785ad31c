from kg.cli.build import shown
from kg.model.build_report import BuildReport


def test_a_report_says_that_the_reasoner_was_left_out() -> None:
    report = BuildReport(
        kg_version="abc",
        software_version="1",
        built_at="2026-01-01",
        reasoner=None,
        graphs={"g": 2},
        digests={"g": "0"},
        steps={"assemble": 1.5},
        warnings=("mind this",),
    )
    assert shown(report).splitlines() == [
        "Version abc (built)",
        "  2 triples in 1 graphs; reasoner: left out: no Java runtime was found",
        "  assemble: 1.5 s",
        "  warning: mind this",
    ]
