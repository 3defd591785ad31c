"""`rettvei build`: make the current version from the ontology."""

import json
from dataclasses import asdict

import typer

from kg.build import release
from kg.cli import options as o
from kg.core.settings import Settings
from kg.model.build_report import BuildReport


def run(as_json: o.AsJson = False) -> None:
    """Build the graph from the ontology and make it the current version."""
    report = release.build(Settings())
    typer.echo(json.dumps(asdict(report), ensure_ascii=False, indent=2) if as_json else shown(report))


def shown(report: BuildReport) -> str:
    """A build report for the terminal."""
    what = "already built" if report.reused else "built"
    reasoner = report.reasoner or "left out: no Java runtime was found"
    lines = [
        f"Version {report.kg_version} ({what})",
        f"  {report.triples} triples in {len(report.graphs)} graphs; reasoner: {reasoner}",
        *(f"  {name}: {seconds} s" for name, seconds in report.steps.items()),
        *(f"  warning: {warning}" for warning in report.warnings),
    ]
    return "\n".join(lines)
