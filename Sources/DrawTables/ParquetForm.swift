/// Draws as an Apache Parquet file: a column of 64-bit integers and columns of doubles, plainly encoded, each group of rows a row group
/// whose column chunks are one page under Zstandard.
///
/// https://parquet.apache.org/docs/file-format/, with the numbers of parquet.thrift of format 2.10.
package struct ParquetForm: DrawTableForm {
  private let layout: DrawTableLayout

  package init(_ layout: DrawTableLayout) { self.layout = layout }

  private static let magic = Array("PAR1".utf8)
  /// Physical types, encodings and codecs by their numbers in the format.
  private static let (int64Type, doubleType, plain, runLength, zstandard) = (2, 5, 0, 3, 6)

  package var opening: [UInt8] { Self.magic }

  package func encoded(_ columns: [[Double]], firstDraw: Int) -> DrawTableGroup? {
    let rows = columns.first?.count ?? 0
    var group = DrawTableGroup(bytes: [], place: .init(rows: rows))
    let numbers = Self.littleEndian((0..<rows).map { UInt64(firstDraw + $0) })
    for bytes in [numbers] + columns.map({ Self.littleEndian($0.map(\.bitPattern)) }) {
      guard let page = Self.page(bytes, rows: rows) else { return nil }
      group.bytes += page.bytes
      group.place.sizes.append((page.plain, page.bytes.count))
    }
    return group
  }

  private static func page(_ bytes: [UInt8], rows: Int) -> (bytes: [UInt8], plain: Int)? {
    guard let frame = Zstandard.frame(bytes) else { return nil }
    var head = ThriftCompact()
    head.int32(1, 0)  // a data page of the first version
    head.int32(2, bytes.count)
    head.int32(3, frame.count)
    head.structure(5) { page in
      page.int32(1, rows)
      page.int32(2, plain)
      page.int32(3, runLength)  // of levels, which columns without gaps do not have
      page.int32(4, runLength)
    }
    head.end()
    return (head.bytes + frame, head.bytes.count + bytes.count)
  }

  private static func littleEndian(_ words: [UInt64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.count * 8)
    for word in words { for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) } }
    return bytes
  }

  package func closing(_ groups: [DrawTableGroup.Place]) -> [UInt8] {
    let names = [DrawTableLayout.number] + layout.columns
    func type(_ column: Int) -> Int { column == 0 ? Self.int64Type : Self.doubleType }
    var footer = ThriftCompact()
    footer.int32(1, 1)
    footer.structures(2, Array(-1..<names.count)) { element, column in
      guard column >= 0 else {
        element.text(4, "draws")
        element.int32(5, names.count)
        return
      }
      element.int32(1, type(column))
      element.int32(3, 0)  // no gaps
      element.text(4, names[column])
    }
    footer.int64(3, groups.reduce(0) { $0 + $1.rows })
    var offset = Self.magic.count
    footer.structures(4, groups) { element, group in
      let start = offset
      element.structures(1, Array(group.sizes.enumerated())) { chunk, entry in
        let (column, size) = entry
        let own = offset
        chunk.int64(2, own)
        chunk.structure(3) { metadata in
          metadata.int32(1, type(column))
          metadata.int32s(2, [Self.plain])
          metadata.texts(3, [names[column]])
          metadata.int32(4, Self.zstandard)
          metadata.int64(5, group.rows)
          metadata.int64(6, size.plain)
          metadata.int64(7, size.stored)
          metadata.int64(9, own)
        }
        offset += size.stored
      }
      element.int64(2, group.sizes.reduce(0) { $0 + $1.plain })
      element.int64(3, group.rows)
      element.int64(5, start)
      element.int64(6, offset - start)
    }
    footer.structures(5, layout.metadata) { element, pair in
      element.text(1, pair.key)
      element.text(2, pair.value)
    }
    footer.text(6, "tariffsim")
    footer.end()
    let count = UInt32(footer.bytes.count)
    return footer.bytes + (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + Self.magic
  }
}
