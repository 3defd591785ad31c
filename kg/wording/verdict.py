"""The first screen of an answer: headline, the line below it, one sentence to read aloud, and the colour.

Chosen by outcome and by the authority that decided (decisions.md, "Words").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model.decision import Answer, Decision, Match, Outcome, Sign
from kg.model.question import Basis, Question
from kg.wording import conditions, norms, routes, sources
from kg.wording.voice import Voice, capital

Slots = dict[str, str]

_MOST_GROUPS = 2
_BY_AUTHORITY = (Outcome.PERMITTED, Outcome.PROHIBITED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands on the first screen."""

    headline: str
    line: str
    summary: str
    tone: str


def verdict(answer: Answer, voice: Voice) -> Verdict:
    """The first screen of an answer."""
    decision = answer.decision
    key = _key(decision, voice)
    slots = _slots(decision, voice)
    return Verdict(
        headline=_headline(decision, key, voice),
        line=" ".join(_line(answer, key, slots, voice)),
        summary=_summary(decision, key, slots, voice),
        tone=voice.classes[f"tone.{key}"],
    )


def headline(decision: Decision, voice: Voice) -> str:
    """The few words on top."""
    return _headline(decision, _key(decision, voice), voice)


def _headline(decision: Decision, key: str, voice: Voice) -> str:
    where = decision.question.place
    if decision.outcome in _BY_AUTHORITY and _nationwide(decision, voice):
        return voice.say(f"headline.{decision.outcome.value}-nationwide.{_class(decision.reasons, voice)}")
    return voice.say(f"headline.{key}", place=voice.label("place", where))


def tone(decision: Decision, voice: Voice) -> str:
    """The colour: yes, check, disputed, no, reported-no or unknown."""
    return voice.classes[f"tone.{_key(decision, voice)}"]


def otherwise_tone(decision: Decision, voice: Voice) -> str:
    """The colour of what holds otherwise."""
    other = decision.otherwise
    key = _words_for(other.outcome, other.reasons, None, voice) if other else "single.unknown"
    return voice.classes[f"tone.{key}"]


def _claims(question: Question, voice: Voice) -> dict[str, str]:
    """ "X may refer to Y", and that it may not, with what else the asker said."""
    slots = {"referrer": _referrer(question, voice), "receiver": _receiver(question, voice)}
    if question.action == "refer":
        return {part: voice.say(f"part.{part}", **slots) for part in ("claim", "denial")}
    slots["action"] = voice.label("action", question.action)
    return {part: voice.say(f"part.{part}-other", **slots) for part in ("claim", "denial")}


def _key(decision: Decision, voice: Voice) -> str:
    """Where the words of this outcome stand in the tables."""
    return _words_for(decision.outcome, decision.reasons, decision.effect, voice)


def _words_for(outcome: Outcome, reasons: Sequence[Match], effect: Sign | None, voice: Voice) -> str:
    if outcome in _BY_AUTHORITY:
        return f"{outcome.value}.{_class(reasons, voice)}"
    if outcome is Outcome.CONDITIONAL:
        return f"conditional.{(effect or Sign.PERMITS).value}"
    return f"single.{outcome.value}"


def _class(reasons: Sequence[Match], voice: Voice) -> str:
    return voice.classes[f"class.{reasons[0].norm.authority}"]


def _nationwide(decision: Decision, voice: Voice) -> bool:
    """Whether the rule that decided is the whole country's."""
    place = decision.reasons[0].norm.place
    return voice.index.places.country.get(place) == place


def _summary(decision: Decision, key: str, slots: Slots, voice: Voice) -> str:
    claims = _claims(decision.question, voice)
    if decision.because:
        return voice.say("summary.single.because", because=because(decision, voice), **claims)
    otherwise = voice.say(f"otherwise.clause.{otherwise_tone(decision, voice)}")
    return voice.say(f"summary.{key}", otherwise=otherwise, **claims, **slots)


def _line(answer: Answer, key: str, slots: Slots, voice: Voice) -> Iterator[str]:
    """The line below the headline, sentence by sentence."""
    decision = answer.decision
    asked = decision.question
    if asked.urgency == "emergency" and decision.outcome is not Outcome.PERMITTED:
        yield voice.say("line.tail.urgent")
    if decision.because:
        yield capital(because(decision, voice)) + "."
    else:
        otherwise = voice.say(f"otherwise.statement.{otherwise_tone(decision, voice)}")
        more = {"yes": capital(slots["yes"]), "no": capital(slots["no"]), "otherwise": otherwise}
        more["action"] = voice.label("action", asked.action)
        yield capital(voice.say(f"line.{key}", **{**slots, **more}))
    yield from _by_whom(decision, voice)
    if asked.basis is not Basis.ALL:
        yield voice.say(f"line.tail.{asked.basis.value}")
    yield from _further(answer, voice)


def _by_whom(decision: Decision, voice: Voice) -> Iterator[str]:
    """Through which unit or by whose hand it goes, where no reason does without."""
    granted = decision.outcome in (Outcome.PERMITTED, Outcome.CONDITIONAL) and decision.effect is not Sign.PROHIBITS
    if not granted or decision.question.action != "refer":
        return
    codes = [[c.partition(":") for c in m.presuppositions] for m in decision.reasons]
    for name, slot in (("through", "unit"), ("signed-by-its-head", "role")):
        kinds = [[kind for found, _, kind in own if found == name] for own in codes]
        if kinds and all(kinds):
            named = dict.fromkeys(voice.label("kind", kind) for own in kinds for kind in own)
            yield voice.say(f"line.tail.{name}", **{slot: voice.one_of(named)})


def _further(answer: Answer, voice: Voice) -> Iterator[str]:
    """What to do next, for those who got no yes."""
    decision = answer.decision
    if decision.outcome is Outcome.UNKNOWN and answer.nearest:
        first = answer.nearest[0]
        difference = norms.difference(first, decision.question.on, voice)
        yield voice.say("line.tail.nearest", difference=difference, statement=voice.label("norm", first.norm.id))
    if decision.outcome in (Outcome.UNKNOWN, Outcome.PROHIBITED) and answer.routes:
        yield voice.say("line.tail.route", route=routes.sentence(answer.routes[0], voice))
    elif decision.outcome is Outcome.UNKNOWN and not decision.because:
        yield voice.say("line.tail.ask")


def _slots(decision: Decision, voice: Voice) -> Slots:
    """What the sentences may name: basis, statement, conditions and the two sides."""
    slots = {"basis": "", "statement": "", "yes": "", "no": ""}
    if decision.reasons:
        first = decision.reasons[0]
        slots["basis"] = sources.basis(first.norm, decision.question.on, voice)
        slots["statement"] = norms.statement(first, voice)
    if decision.outcome is Outcome.CONTESTED:
        slots["yes"] = _side(decision, Sign.PERMITS, voice)
        slots["no"] = _side(decision, Sign.PROHIBITS, voice)
    slots["conditions"] = conditions_of(decision, voice)
    return slots


def _side(decision: Decision, sign: Sign, voice: Voice) -> str:
    return _bases([m for m in decision.reasons if m.sign is sign][:1], decision, voice)


def _bases(matches: Iterable[Match], decision: Decision, voice: Voice) -> str:
    return voice.all_of(sources.basis(m.norm, decision.question.on, voice) for m in matches)


def basis_of(decision: Decision, voice: Voice) -> str | None:
    """What the answer rests on first, in a few words."""
    return sources.basis(decision.reasons[0].norm, decision.question.on, voice) if decision.reasons else None


def conditions_of(decision: Decision, voice: Voice) -> str:
    """The groups of conditions that turn this answer, the first few of them."""
    groups = [g.all_of for g in decision.conditions if g.effect is (decision.effect or Sign.PERMITS)]
    return conditions.any_group(groups, _MOST_GROUPS, voice) if groups else ""


def because(decision: Decision, voice: Voice) -> str:
    """Why nothing could be decided, as a clause."""
    question = decision.question
    return voice.say(
        f"because.{decision.because}",
        referrer=voice.label("kind", question.referrer),
        receiver=voice.label("kind", question.receiver),
        date=voice.day(question.on),
    )


def _referrer(question: Question, voice: Voice) -> str:
    name = voice.label("kind", question.referrer)
    if "place" in question.assumed:
        return name
    return voice.say("part.in-place", what=name, place=voice.label("place", question.place))


def _receiver(question: Question, voice: Voice) -> str:
    name = voice.label("kind", question.receiver)
    if question.service and "service" not in question.assumed and question.service != question.receiver:
        name = voice.say("part.as-service", what=name, service=voice.label("kind", question.service))
    if question.group and "group" not in question.assumed:
        name = voice.say("part.for-group", what=name, group=voice.label("group", question.group))
    if "on" not in question.assumed:
        name = voice.say("part.as-of", what=name, date=voice.day(question.on))
    return name
