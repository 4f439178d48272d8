# SPDX-License-Identifier: GPL-3.0-or-later
"""graph.py EDGES NODES TASK [SOURCES]: one measure of an undirected graph by igraph, or by networkx (TASK ends in -networkx).

EDGES: pairs of 32-bit numbers. The graph is built once and not timed. SOURCES: from where betweenness follows paths, with commas; igraph
does that in C only, so it is called there.
"""

import resource
import sys
import time

try:
    import igraph
    import networkx
    import numpy
except ImportError:
    sys.exit(77)

path, nodes, task = sys.argv[1], int(sys.argv[2]), sys.argv[3]
edges = numpy.fromfile(path, numpy.int32).reshape(-1, 2)
sources = [int(source) for source in sys.argv[4].split(",")] if len(sys.argv) > 4 else []


def timed(work):
    before = time.process_time()
    answer = work()
    print("cpuSeconds", time.process_time() - before)
    return answer


def betweenness_in_c():
    """igraph_betweenness_subset() of libigraph 0.10, through its C interface."""
    import ctypes
    import ctypes.util

    class Vector(ctypes.Structure):  # igraph_vector_t and igraph_vector_int_t
        _fields_ = [("begin", ctypes.c_void_p), ("stored", ctypes.c_void_p), ("end", ctypes.c_void_p)]

    class Vertices(ctypes.Structure):  # igraph_vs_t: a kind, and a union of at most two numbers
        _fields_ = [("kind", ctypes.c_int), ("first", ctypes.c_int64), ("second", ctypes.c_int64)]

    name = ctypes.util.find_library("igraph")
    if not name:
        sys.exit(77)
    library = ctypes.CDLL(name)
    version = ctypes.c_char_p()
    library.igraph_version(ctypes.byref(version), None, None, None)
    if not version.value.startswith(b"0.10."):  # other versions have other structures
        sys.exit(77)

    def viewed(array):
        begin = array.ctypes.data
        return Vector(begin, begin + array.nbytes, begin + array.nbytes)

    ends = viewed(numbers := edges.ravel().astype(numpy.int64))
    chosen = viewed(kept := numpy.array(sources, numpy.int64))
    graph = ctypes.create_string_buffer(4096)
    library.igraph_create(graph, ctypes.byref(ends), ctypes.c_int64(nodes), ctypes.c_bool(False))
    scores = Vector()
    library.igraph_vector_init(ctypes.byref(scores), ctypes.c_int64(0))
    start = Vertices()
    library.igraph_vs_vector(ctypes.byref(start), ctypes.byref(chosen))
    library.igraph_vss_all.restype = Vertices
    everybody = library.igraph_vss_all()
    timed(
        lambda: library.igraph_betweenness_subset(
            graph, ctypes.byref(scores), everybody, ctypes.c_bool(False), start, everybody, None
        )
    )
    values = numpy.ctypeslib.as_array(ctypes.cast(scores.begin, ctypes.POINTER(ctypes.c_double)), (nodes,)).copy()
    del numbers, kept
    return values


def betweenness_in_networkx():
    from networkx.algorithms.centrality.betweenness import _accumulate_basic, _single_source_shortest_path_basic

    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges.tolist())

    def work():
        sums = dict.fromkeys(graph, 0.0)
        for source in sources:
            order, before, paths, _ = _single_source_shortest_path_basic(graph, source)
            sums, _ = _accumulate_basic(sums, order, before, paths, source)
        return sums

    sums = timed(work)
    return numpy.array([sums[v] / 2 for v in range(nodes)])


if task.startswith("betweenness"):
    values = betweenness_in_networkx() if task.endswith("networkx") else betweenness_in_c()
    values[sources] = 0
    print("answer", repr(float(values.sum())))
elif task.endswith("-networkx"):
    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges.tolist())
    if task.startswith("pagerank"):
        print("answer", max(timed(lambda: networkx.pagerank(graph, tol=1e-10 / nodes)).values()))
    else:
        print("answer", timed(lambda: networkx.average_clustering(graph)))
else:
    graph = igraph.Graph(n=nodes, edges=edges.tolist())
    if task == "pagerank":
        print("answer", max(timed(graph.pagerank)))
    elif task == "clustering":
        print("answer", numpy.mean(timed(lambda: graph.transitivity_local_undirected(mode="zero"))))
    else:
        import random

        random.seed(1)
        print("answer", timed(lambda: graph.community_leiden("modularity", n_iterations=2)).modularity)
print("peakMiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
