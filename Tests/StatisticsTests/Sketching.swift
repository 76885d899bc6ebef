import Statistics
import VectorMath

/// A sketch of draws given block by block in order, its pilot the first 4,096.
func sketch(_ values: [Double], _ request: SketchRequest) -> OutcomeSketch {
  var sketch = OutcomeSketch(SketchGrid(pilot: Array(values.prefix(4096)), request: request))
  add(values, blocks: blocks(values.count), to: &sketch)
  return sketch
}

/// The blocks of 512 draws that a run of this length has.
func blocks(_ count: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: 512).map { $0..<min($0 + 512, count) }
}

func add(_ values: [Double], blocks: some Sequence<Range<Int>>, to sketch: inout OutcomeSketch) {
  for block in blocks { sketch.add(values.span.extracting(block), kernels: InstructionSet.detected.kernels) }
}
