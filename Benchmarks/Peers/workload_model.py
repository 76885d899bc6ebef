"""The two workloads for the Python peers: their constants, and the model of a block on NumPy arrays, in place where it can be."""

import numpy as np


def lognormal(mean, sd):
    """Log mean and log standard deviation from mean and standard deviation."""
    variance = np.log1p((sd / mean) ** 2)
    return np.log(mean) - 0.5 * variance, np.sqrt(variance)


class W1:
    """12 export lines, 4 import lines, 4 commitments, 4 scenarios on the same draws. Arrays of a block are (lines, draws)."""

    block = 4096

    def __init__(self, w):
        def column(table, name):
            return np.array([row[name] for row in w[table]], float)

        self.value, duty = column("exports", "X0"), column("exports", "t0")
        self.per_power = 1 / (1 + duty)
        self.lines = len(self.value)
        self.log_mean, log_sd = lognormal(column("exports", "elasticity_mean"), column("exports", "elasticity_sd"))
        rho = w["elasticity_gaussian_equicorrelation"]
        correlation = np.full((self.lines, self.lines), rho) + (1 - rho) * np.eye(self.lines)
        self.factor = log_sd[:, None] * np.linalg.cholesky(correlation)
        self.import_value, tariff = column("imports", "M0"), column("imports", "tPK")
        self.cut = tariff / (1 + tariff)
        self.imports = len(self.import_value)
        self.import_log_mean, self.import_log_sd = lognormal(
            column("imports", "elasticity_mean"), column("imports", "elasticity_sd")
        )
        self.pass_through = w["pass_through"]["a"], w["pass_through"]["b"]
        self.cut_pass_through = w["tariff_cut_pass_through"]["a"], w["tariff_cut_pass_through"]["b"]
        self.amount = column("commitments", "amount")
        self.fulfilment = [(row["a"], row["b"]) for row in w["commitments"]]
        self.lower, self.upper = column("commitments", "add_lo"), column("commitments", "add_hi")
        self.scenarios = w["scenarios"]
        mixture = next(s["dt"] for s in self.scenarios if s["dt"]["kind"] == "mixture")
        self.cumulative = np.cumsum(mixture["weights"])
        self.mixture_lower, self.mixture_upper = np.array(mixture["lo"]), np.array(mixture["hi"])
        self.percentiles = w["percentiles"]
        self.outputs = [kind + "_" + s["name"] for s in self.scenarios for kind in ("revenue", "imports", "balance")]

    def sample(self, rng, n):
        """Random inputs of n draws, in the order in which `evaluate` takes them."""
        normals = rng.standard_normal((self.lines, n))
        import_normals = rng.standard_normal((self.imports, n))
        phi = rng.beta(*self.pass_through, n)
        psi = rng.beta(*self.cut_pass_through, n)
        fulfilled = np.stack([rng.beta(a, b, n) for a, b in self.fulfilment])
        uniforms = rng.random((len(self.amount) + 2, n))
        return normals, import_normals, phi, psi, fulfilled, uniforms[:-2], uniforms[-2], uniforms[-1]

    def evaluate(self, inputs, out):
        """Writes all outputs of a block to the rows of `out`."""
        normals, import_normals, phi, psi, fulfilled, overlap, u, v = inputs
        exponent = self.factor @ normals
        exponent += self.log_mean[:, None]
        np.exp(exponent, out=exponent)
        np.negative(exponent, out=exponent)
        import_exponent = self.import_log_sd[:, None] * import_normals
        import_exponent += self.import_log_mean[:, None]
        np.exp(import_exponent, out=import_exponent)
        np.negative(import_exponent, out=import_exponent)
        share = self.lower[:, None] + (self.upper - self.lower)[:, None] * overlap
        purchases = self.amount @ (fulfilled * share)
        component = np.searchsorted(self.cumulative[:-1], u, side="right")
        mixed = self.mixture_lower[component] + (self.mixture_upper - self.mixture_lower)[component] * v
        power, import_power = np.empty_like(exponent), np.empty_like(import_exponent)
        for s, scenario in enumerate(self.scenarios):
            added = phi * (mixed if scenario["dt"]["kind"] == "mixture" else scenario["dt"]["value"])
            np.multiply(self.per_power[:, None], added, out=power)
            self.raise_to(power, exponent)
            np.multiply((-scenario["abolition"] * self.cut)[:, None], psi, out=import_power)
            self.raise_to(import_power, import_exponent)
            revenue, imported, balance = out[3 * s : 3 * s + 3]
            np.dot(self.value, power, out=revenue)
            np.dot(self.import_value, import_power, out=imported)
            imported += scenario["commit"] * purchases
            np.subtract(revenue, imported, out=balance)

    @staticmethod
    def raise_to(x, exponent):
        """x ← (1 + x)^exponent."""
        np.log1p(x, out=x)
        x *= exponent
        np.exp(x, out=x)


class W2:
    """2,000 export lines on 30 common factors, one scenario. Arrays of a block are (draws, lines)."""

    block = 64

    def __init__(self, w):
        self.value, self.per_power = np.array(w["X0"]), 1 / (1 + np.array(w["t0"]))
        self.log_mean, self.residual = np.array(w["mu"]), np.array(w["sigma"])
        self.loadings = np.ascontiguousarray(np.array(w["Lambda"]).T)
        self.factors, self.lines = self.loadings.shape
        self.rate = w["dt"]
        self.pass_through = w["pass_through"]["a"], w["pass_through"]["b"]
        self.percentiles = w["percentiles"]
        self.outputs = ["revenue"]

    def sample(self, rng, n):
        """Random inputs of n draws, in the order in which `evaluate` takes them."""
        phi = rng.beta(*self.pass_through, n)
        return phi, rng.standard_normal((n, self.factors)), rng.standard_normal((n, self.lines))

    def evaluate(self, inputs, out):
        """Writes the output of a block to the row of `out`; the last input is overwritten."""
        phi, factors, exponent = inputs
        exponent *= self.residual
        exponent += self.log_mean
        exponent += factors @ self.loadings
        np.exp(exponent, out=exponent)
        power = np.multiply.outer(phi * self.rate, self.per_power)
        np.log1p(power, out=power)
        power *= exponent
        np.negative(power, out=power)
        np.exp(power, out=power)
        np.dot(power, self.value, out=out[0])
