"""How many connections the process may hold: the limit of descriptors is raised as far as it may be."""

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

ENOUGH = 65_536
"""Descriptors wanted at most."""

_OTHERS = 200
"""Descriptors for all that is no connection: the store, workers, logs."""


def raised() -> int:
    """Raise the soft limit to the hard one; the number of connections that this leaves room for."""
    if resource is None:
        return ENOUGH
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return max(1, (ENOUGH if soft == resource.RLIM_INFINITY else soft) - _OTHERS)
