/// A fixed number of doubles that starts on a cache line.
///
/// It owns its memory and is freed with it; every access is checked and reaches the elements through spans that cannot outlive
/// the buffer. All elements start as 0.
@safe
package struct AlignedBuffer: ~Copyable {
  /// Bytes of a cache line, and of the widest vector register.
  package static let alignment = 64

  private let elements: UnsafeMutableBufferPointer<Double>

  /// Room for `count` zeros.
  package init(count: Int) {
    precondition(count > 0, "AlignedBuffer: a buffer has at least one element")
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: AlignedBuffer.alignment)
    let start = unsafe bytes.bindMemory(to: Double.self, capacity: count)
    unsafe start.initialize(repeating: 0, count: count)
    unsafe elements = UnsafeMutableBufferPointer(start: start, count: count)
  }

  deinit { unsafe elements.deallocate() }

  /// How many doubles there are.
  package var count: Int { unsafe elements.count }

  /// All elements, to read.
  package var span: Span<Double> {
    @_lifetime(borrow self)
    borrowing get { elements(0..<count) }
  }

  /// All elements, to write.
  package var mutableSpan: MutableSpan<Double> {
    @_lifetime(&self)
    mutating get { mutableElements(0..<count) }
  }

  /// The elements of a range, to read.
  @_lifetime(borrow self)
  package borrowing func elements(_ range: Range<Int>) -> Span<Double> {
    let span = unsafe Span(_unsafeElements: part(range))
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// The elements of a range, to write.
  @_lifetime(&self)
  package mutating func mutableElements(_ range: Range<Int>) -> MutableSpan<Double> {
    let span = unsafe MutableSpan(_unsafeElements: part(range))
    return unsafe _overrideLifetime(span, mutating: &self)
  }

  /// The elements of a range for code of this module that proves for itself that nobody else has them.
  @inline(__always)
  borrowing func part(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Double> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "AlignedBuffer: the range leaves the buffer")
    return unsafe UnsafeMutableBufferPointer(rebasing: elements[range])
  }
}
