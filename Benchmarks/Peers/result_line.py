"""What the Python peers share: arguments, a pool of threads over blocks, and the result line.

BLAS is kept on one thread here, before NumPy is imported: the peers have threads of their own.
"""

import argparse
import json
import os
import resource
import time
from concurrent.futures import ThreadPoolExecutor

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np

from workload_model import W1, W2

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    """The arguments of every peer; the workload is added as `workload`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--case", default="w1", choices=["w1", "w2"])
    parser.add_argument("--draws", type=int)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=12345)
    given = parser.parse_args()
    with open(os.path.join(HERE, "build", given.case + ".json")) as file:
        figures = json.load(file)
    given.workload = (W1 if given.case == "w1" else W2)(figures)
    given.draws = given.draws or figures["draws"]
    return given


def run(peer, given, simulate):
    """Prints the result line; `simulate(pool)` returns the outputs as rows of draws."""
    workload = given.workload
    with ThreadPoolExecutor(given.threads) as pool:
        start = time.perf_counter()
        out = simulate(pool)
        simulated = time.perf_counter()
        quantiles = list(pool.map(lambda row: np.percentile(row, workload.percentiles), out))
        end = time.perf_counter()
    outputs = {}
    for name, row, values in zip(workload.outputs, out, quantiles):
        percentiles = {str(percent): value for percent, value in zip(workload.percentiles, values)}
        outputs[name] = {
            "p05": percentiles["5"],
            "p50": percentiles["50"],
            "p95": percentiles["95"],
            "mean": row.mean(),
            "sd": row.std(ddof=1),
            "percentiles": percentiles,
        }
    line = {
        "peer": peer,
        "workload": given.case.upper(),
        "draws": out.shape[1],
        "threads": given.threads,
        "seconds": end - start,
        "seconds_simulate": simulated - start,
        "seconds_quantiles": end - simulated,
        "max_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "outputs": outputs,
    }
    print(json.dumps(line))
