import Glibc

/// eˣ of the C library, to compare with.
func exponential(_ x: Double) -> Double { Glibc.exp(x) }

/// ln x of the C library, to compare with.
func logarithm(_ x: Double) -> Double { Glibc.log(x) }
