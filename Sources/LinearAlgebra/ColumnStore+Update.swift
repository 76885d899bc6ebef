// Swift's exclusivity is per value: it cannot know that two columns of one store are disjoint. These methods check that they are,
// and hand out both.

extension ColumnStore {
  /// Gives the body one column to write.
  package mutating func update(
    _ target: Int, _ body: (inout MutableSpan<Double>) -> Void
  ) {
    var y = mutableColumn(target)
    body(&y)
  }

  /// Gives the body one column to read and another to write.
  package mutating func update(
    _ target: Int, reading a: Int, _ body: (Span<Double>, inout MutableSpan<Double>) -> Void
  ) {
    checkDisjoint(target, from: a)
    let x = unsafe Span(_unsafeElements: part(a))
    var y = unsafe MutableSpan(_unsafeElements: part(target))
    body(x, &y)
  }

  /// Gives the body two columns to read, which may be the same, and another to write.
  package mutating func update(
    _ target: Int, reading a: Int, _ b: Int,
    _ body: (Span<Double>, Span<Double>, inout MutableSpan<Double>) -> Void
  ) {
    checkDisjoint(target, from: a)
    checkDisjoint(target, from: b)
    let x1 = unsafe Span(_unsafeElements: part(a))
    let x2 = unsafe Span(_unsafeElements: part(b))
    var y = unsafe MutableSpan(_unsafeElements: part(target))
    body(x1, x2, &y)
  }

  /// Gives the body three columns to read, which may be the same, and another to write.
  package mutating func update(
    _ target: Int, reading a: Int, _ b: Int, _ c: Int,
    _ body: (Span<Double>, Span<Double>, Span<Double>, inout MutableSpan<Double>) -> Void
  ) {
    checkDisjoint(target, from: a)
    checkDisjoint(target, from: b)
    checkDisjoint(target, from: c)
    let x1 = unsafe Span(_unsafeElements: part(a))
    let x2 = unsafe Span(_unsafeElements: part(b))
    let x3 = unsafe Span(_unsafeElements: part(c))
    var y = unsafe MutableSpan(_unsafeElements: part(target))
    body(x1, x2, x3, &y)
  }

  /// Gives the body four columns to read, which may be the same, and another to write.
  package mutating func update(
    _ target: Int, reading a: Int, _ b: Int, _ c: Int, _ d: Int,
    _ body: (Span<Double>, Span<Double>, Span<Double>, Span<Double>, inout MutableSpan<Double>) -> Void
  ) {
    checkDisjoint(target, from: a)
    checkDisjoint(target, from: b)
    checkDisjoint(target, from: c)
    checkDisjoint(target, from: d)
    let x1 = unsafe Span(_unsafeElements: part(a))
    let x2 = unsafe Span(_unsafeElements: part(b))
    let x3 = unsafe Span(_unsafeElements: part(c))
    let x4 = unsafe Span(_unsafeElements: part(d))
    var y = unsafe MutableSpan(_unsafeElements: part(target))
    body(x1, x2, x3, x4, &y)
  }

  /// Gives the body two columns to read, which may be the same, and two others to write.
  package mutating func update(
    _ target1: Int, _ target2: Int, reading a: Int, _ b: Int,
    _ body: (Span<Double>, Span<Double>, inout MutableSpan<Double>, inout MutableSpan<Double>) -> Void
  ) {
    checkDisjoint(target1, from: target2)
    for target in [target1, target2] {
      checkDisjoint(target, from: a)
      checkDisjoint(target, from: b)
    }
    let x1 = unsafe Span(_unsafeElements: part(a))
    let x2 = unsafe Span(_unsafeElements: part(b))
    var y1 = unsafe MutableSpan(_unsafeElements: part(target1))
    var y2 = unsafe MutableSpan(_unsafeElements: part(target2))
    body(x1, x2, &y1, &y2)
  }

  /// Gives the body two columns to read, which may be the same, and three others to write.
  package mutating func update(
    _ target1: Int, _ target2: Int, _ target3: Int, reading a: Int, _ b: Int,
    _ body: (Span<Double>, Span<Double>, inout MutableSpan<Double>, inout MutableSpan<Double>, inout MutableSpan<Double>) -> Void
  ) {
    checkDisjoint(target3, from: target1)
    checkDisjoint(target3, from: target2)
    checkDisjoint(target3, from: a)
    checkDisjoint(target3, from: b)
    // One buffer, and a third part of it that the other two targets do not touch.
    var y3 = unsafe MutableSpan(_unsafeElements: part(target3))
    update(target1, target2, reading: a, b) { x1, x2, y1, y2 in body(x1, x2, &y1, &y2, &y3) }
  }

  @inline(__always)
  private borrowing func checkDisjoint(_ target: Int, from source: Int) {
    precondition(target != source, "ColumnStore: a column cannot be written while it is read")
  }

  @inline(__always)
  private borrowing func part(_ column: Int) -> UnsafeMutableBufferPointer<Double> {
    unsafe buffer.part(elements(of: column))
  }
}
