"""The peer: rdflib-endpoint (https://github.com/vemonet/rdflib-endpoint) over the shipped graph, all in one.

`python -m bench.rdflib_served PORT` serves it at `/`.
"""

import sys
from itertools import chain

import uvicorn
from rdflib import Dataset, Graph
from rdflib_endpoint import SparqlEndpoint

from bench import shipped


def serve(port: int) -> None:
    """Load the statements of all named graphs into one graph in memory, and serve that."""
    named = Dataset()
    named.parse(data="".join(shipped.quads(shipped.current())), format="nquads")
    graph = Graph()
    for triple in chain.from_iterable(named.graphs()):
        graph.add(triple)
    uvicorn.run(SparqlEndpoint(graph=graph), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    serve(int(sys.argv[1]))
