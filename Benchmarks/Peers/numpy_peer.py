#!/usr/bin/env python3
"""NumPy on a pool of threads: SFC64, its fastest generator, and arrays in place, block by block.

NumPy gives up the interpreter's lock inside its functions. Every chunk of blocks has a stream of its own, so the result does not
depend on the number of threads.
"""

import result_line

import numpy as np

given = result_line.arguments()
workload = given.workload
chunk = workload.block * (8 if given.case == "w1" else 16)


def simulate(pool):
    out = np.empty((len(workload.outputs), given.draws))
    starts = range(0, given.draws, chunk)
    seeds = np.random.SeedSequence(given.seed).spawn(len(starts))

    def work(task):
        start, seed = task
        rng = np.random.Generator(np.random.SFC64(seed))
        end = min(start + chunk, given.draws)
        for first in range(start, end, workload.block):
            last = min(first + workload.block, end)
            workload.evaluate(workload.sample(rng, last - first), out[:, first:last])

    list(pool.map(work, zip(starts, seeds)))
    return out


result_line.run("numpy_threads" if given.threads > 1 else "numpy", given, simulate)
