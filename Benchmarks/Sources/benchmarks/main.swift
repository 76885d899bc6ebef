internal import BenchmarkKit

BenchmarkProgram.main()
