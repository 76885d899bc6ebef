#!/usr/bin/env python3
"""Checks result lines (one JSON object each, on standard input) against Scenarios/reference/reference.json.

Mean, standard deviation and percentiles of every output are compared in Monte Carlo standard errors. The exit code is 1 where one
is more than 5 away, missing or not finite, or where no line came: a right program fails with a probability under 1e-4 a line.
"""

import json
import math
import os
import sys

LIMIT = 5
HERE = os.path.dirname(os.path.abspath(__file__))


def reference():
    with open(os.path.join(HERE, "../../Scenarios/reference/reference.json")) as file:
        return json.load(file)


class Checked:
    """The largest distance of each statistic of a result line, in standard errors, and what the line lacks."""

    def __init__(self, line, known):
        self.mean = self.sd = self.percentile = 0.0
        self.gaps = []
        n = line["draws"]
        for name, wanted in known[line["workload"]].items():
            output = line["outputs"].get(name)
            if output is None:
                self.gaps.append(name)
                continue
            numbers = [output["mean"], output["sd"], *output["percentiles"].values()]
            if not all(math.isfinite(number) for number in numbers):
                self.gaps.append(f"{name} is not finite")
                continue
            sd = wanted.get("sd_exact", wanted["sd_mc"])
            self.mean = max(self.mean, abs(output["mean"] - wanted["mean_exact"]) / (sd / math.sqrt(n)))
            # The variance of a sample's sd is about sd²(kurtosis − 1)/4n; 3 stands for a kurtosis of 13, more than any output has.
            self.sd = max(self.sd, abs(output["sd"] / sd - 1) * math.sqrt(n / 3))
            for percent, value in wanted["percentiles"].items():
                found = output["percentiles"].get(percent)
                if found is None:
                    self.gaps.append(f"{name} P{percent}")
                    continue
                error = wanted["se_per_sqrt_n"][percent] * math.sqrt(1 / n + 1 / wanted["mc_draws"])
                self.percentile = max(self.percentile, abs(found - value) / error)

    @property
    def agrees(self):
        return not self.gaps and max(self.mean, self.sd, self.percentile) <= LIMIT


def main():
    known = reference()
    failures = lines = 0
    print(f"{'peer':16s} case     draws threads   seconds  ns/draw  RSS MB  z mean    z sd   z pct")
    for text in sys.stdin:
        if not text.strip():
            continue
        line = json.loads(text)
        checked = Checked(line, known)
        lines += 1
        failures += not checked.agrees
        print(
            f"{line['peer']:16s} {line['workload']:4s} {line['draws']:9d} {line['threads']:7d} {line['seconds']:9.4f}"
            f" {line['seconds'] / line['draws'] * 1e9:8.1f} {line['max_rss_mb']:7.0f}"
            f" {checked.mean:7.2f} {checked.sd:7.2f} {checked.percentile:7.2f}"
            + ("" if checked.agrees else "  disagrees " + ", ".join(checked.gaps[:3]))
        )
    if lines == 0:
        print("no result line")
    return 1 if failures or lines == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
