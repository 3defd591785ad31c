"""The naming law: one vocabulary namespace, and one collection of ids for each sort of resource."""

NS = "https://w3id.org/rettvei/ns#"
ID = "https://w3id.org/rettvei/id/"
GRAPH = "https://w3id.org/rettvei/graph/"


def iri(collection: str, local: str) -> str:
    """The IRI of a resource: `iri("kind", "dps")`."""
    return f"{ID}{collection}/{local}"


def local_id(resource: str) -> str:
    """The id within its collection: the last step of an IRI."""
    return resource.rpartition("/")[2]


def collection_of(resource: str) -> str:
    """The collection of a resource, or the empty string for an IRI that is not ours."""
    return resource[len(ID) :].partition("/")[0] if resource.startswith(ID) else ""
