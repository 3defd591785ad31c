"""Requests to show in the description, by route; a test sends each of them."""

from typing import Any


def shown() -> dict[str, dict[str, Any]]:
    """Examples as OpenAPI has them: name → summary and value."""
    gp, municipality = {"type": "role", "id": "gp"}, {"type": "unit", "id": "municipality"}
    smp, dps = {"type": "unit", "id": "smp"}, {"type": "unit", "id": "dps"}
    refer = {"name": "refer"}
    return {
        "evaluation": {
            "permitted": _one("A GP and a clinic for substance treatment", subject=gp, action=refer, resource=smp),
            "conditional": _one(
                "A NAV office: true only since it says that a condition holds",
                subject={"type": "unit", "id": "nav-office"},
                action=refer,
                resource=smp,
                context={"on": "2021-01-01", "holds": ["acts-as-social-service"]},
            ),
        },
        "evaluations": {
            "several": _one(
                "One referrer, two receivers, in one place",
                subject=municipality,
                action=refer,
                context={"place": "Askøy"},
                options={"evaluations_semantic": "execute_all"},
                evaluations=[{"resource": smp}, {"resource": dps}],
            )
        },
        "subject": {
            "roles": _one("Which roles may refer to a DPS?", subject={"type": "role"}, action=refer, resource=dps)
        },
        "resource": {
            "paged": _one(
                "To which units may a GP refer? The first two",
                subject=gp,
                action=refer,
                resource={"type": "unit"},
                page={"limit": 2},
            )
        },
        "action": {"actions": _one("What may a GP do towards a clinic?", subject=gp, resource=smp)},
    }


def _one(summary: str, **value: Any) -> dict[str, Any]:
    return {"summary": summary, "value": value}
