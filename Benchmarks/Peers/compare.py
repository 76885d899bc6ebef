#!/usr/bin/env python3
"""Runs TariffSim and the peers in turn, round by round (A B A B …), after one warm-up round.

Every result line is checked (check.py). The ratios are of medians over the rounds; above 1 is in our favour. The exit code is 1
where a result is wrong, 2 where all results are right and a ratio is under its target. Started by `compare`, which builds first.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from check import Checked, reference

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "build")
PACKAGE = os.path.dirname(os.path.dirname(HERE))
PROGRAMS = os.path.join(PACKAGE, ".build", "release")
DRAWS = {"w1": 1_000_000, "w2": 200_000}


class Contestant:
    """A command that is timed: one that prints a result line, or a whole process that is timed from outside."""

    def __init__(self, name, command, environment=None, is_process=False):
        self.name, self.command, self.is_process = name, command, is_process
        self.environment = os.environ | (environment or {})
        self.seconds, self.lines = [], []

    def run(self):
        """Runs once, and keeps the time and the line."""
        start = time.perf_counter()
        done = subprocess.run(self.command, env=self.environment, capture_output=True, text=True)
        elapsed = time.perf_counter() - start
        if done.returncode != 0:
            sys.exit(f"{self.name} ended with {done.returncode}:\n{done.stderr}")
        if self.is_process:
            self.seconds.append(elapsed)
            return
        line = json.loads(done.stdout)
        self.seconds.append(line["seconds"])
        self.lines.append(line)

    @property
    def median(self):
        return statistics.median(self.seconds)


def workload(case, threads):
    return ["--case", case, "--draws", str(DRAWS[case]), "--threads", str(threads)]


def ours(case, threads, instructions=None):
    name = f"tariffsim {case} {threads}" + (f" {instructions}" if instructions else "")
    environment = {"TARIFFSIM_ISA": instructions} if instructions else None
    return Contestant(name, [f"{PROGRAMS}/benchmarks", "peer", *workload(case, threads)], environment)


def onemkl(case, threads):
    environment = {"LD_PRELOAD": f"{BUILD}/libmkl_intel.so"}
    return Contestant(f"onemkl {case} {threads}", [f"{BUILD}/cpp_mkl", *workload(case, threads)], environment)


def hand_tuned(case, threads):
    return Contestant(f"hand-tuned {case} {threads}", [f"{BUILD}/cpp_fast", *workload(case, threads)])


def python(peer, case, threads):
    command = [f"{BUILD}/venv/bin/python", f"{HERE}/{peer}_peer.py", *workload(case, threads)]
    return Contestant(f"{peer} {case} {threads}", command)


def whole_process(threads, folder):
    scenario = os.path.join(PACKAGE, "Scenarios", "reference", "w1.toml")
    command = [f"{PROGRAMS}/tariffsim", "run", scenario, "--draws", str(DRAWS["w1"]), "--threads", str(threads)]
    return Contestant("tariffsim process w1", [*command, "--output", folder], is_process=True)


def contests(folder):
    """What is compared: words, the two sides, the least ratio and the one that is aimed at."""
    w1, mkl, numpy = ours("w1", 2), onemkl("w1", 2), python("numpy", "w1", 2)
    return [
        ("W1, against oneMKL", mkl, w1, 1.5, 2.0),
        ("W1, whole process, against oneMKL's computing time alone", mkl, whole_process(2, folder), 1.0, 1.4),
        ("W1, v3, against hand-tuned C++", hand_tuned("w1", 2), ours("w1", 2, "v3"), 1.3, 1.8),
        ("W2, against oneMKL", onemkl("w2", 2), ours("w2", 2), 1.0, 1.3),
        ("W1, against NumPy with threads", numpy, w1, 6.0, 8.5),
        ("W1, 2 threads, against 1 thread", ours("w1", 1), w1, 1.9, 1.97),
    ]


def check(contestants):
    """Whether every line agrees with the known answers; those that do not are told."""
    known, right = reference(), True
    for contestant in contestants:
        for line in contestant.lines:
            checked = Checked(line, known)
            if checked.agrees:
                continue
            right = False
            print(
                f"{contestant.name} disagrees: z mean {checked.mean:.2f}, sd {checked.sd:.2f},"
                f" percentiles {checked.percentile:.2f} {', '.join(checked.gaps[:3])}"
            )
    return right


def print_times(contestants):
    print(f"\n{'seconds':26s} {'min':>8s} {'median':>8s} {'max':>8s}  rounds")
    for one in contestants:
        times = one.seconds
        print(f"{one.name:26s} {min(times):8.4f} {one.median:8.4f} {max(times):8.4f}  {len(times)}")


def print_ratios(chosen):
    """Prints the ratios; returns whether all reach their targets."""
    print(f"\n{'ratio of medians':58s} {'ratio':>6s} {'target':>7s} {'aim':>5s}")
    reached = True
    for words, theirs, us, target, aim in chosen:
        ratio = theirs.median / us.median
        reached = reached and ratio >= target
        verdict = "aim" if ratio >= aim else "target" if ratio >= target else "below"
        print(f"{words:58s} {ratio:6.2f} {target:7.2f} {aim:5.2f}  {verdict}")
    return reached


def main():
    parser = argparse.ArgumentParser(prog="compare")
    parser.add_argument("--rounds", type=int, default=7, help="timed rounds after one warm-up (default: 7)")
    parser.add_argument("--only", default="", help="only comparisons with this in their words, as in 'W1, against oneMKL'")
    parser.add_argument("--sobol", action="store_true", help="also time SciPy's Sobol' points on W1")
    parser.add_argument("--keep", metavar="FILE", help="write all result lines to a file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chosen = [contest for contest in contests(folder) if given.only.lower() in contest[0].lower()]
        if not chosen:
            sys.exit(f"no comparison has '{given.only}' in its words")
        contestants = list(dict.fromkeys(side for contest in chosen for side in contest[1:3]))
        if given.sobol:
            contestants.append(python("sobol", "w1", 2))
        for round_number in range(given.rounds + 1):
            for contestant in contestants:
                contestant.run()
            if round_number == 0:
                for contestant in contestants:
                    contestant.seconds.clear()
            print(f"round {round_number} of {given.rounds}" + (", warm-up" if round_number == 0 else ""), file=sys.stderr)
    if given.keep:
        with open(given.keep, "w") as file:
            file.writelines(json.dumps(line) + "\n" for one in contestants for line in one.lines)
    right = check(contestants)
    print_times(contestants)
    reached = print_ratios(chosen)
    if right:
        print("\nAll results agree with the known answers.")
    return 1 if not right else 0 if reached else 2


if __name__ == "__main__":
    sys.exit(main())
