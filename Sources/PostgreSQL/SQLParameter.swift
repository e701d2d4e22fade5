package import Foundation

/// A value on its way into a statement.
///
/// The server settles the type from the place it goes to, so that a number may stand for a truth
/// value: all but bytes travel as text.
package enum SQLParameter: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes(Data)
}

/// The parameters of one statement, laid out as libpq takes them.
struct ParameterBlock {
    private var bytes: [UInt8] = []
    /// Of each parameter; `nil` for NULL.
    private var places: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ parameters: [SQLParameter]) {
        places.reserveCapacity(parameters.count)
        lengths.reserveCapacity(parameters.count)
        formats.reserveCapacity(parameters.count)
        for parameter in parameters { add(parameter) }
    }

    /// - Parameter body: what is lent to it is gone when it returns.
    func withPointers<Result>(
        _ body: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>,
            _ lengths: UnsafePointer<Int32>, _ formats: UnsafePointer<Int32>
        ) -> Result
    ) -> Result? {
        unsafe bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress
            let values: [UnsafePointer<CChar>?] = unsafe places.map { place in
                guard let place, let start = unsafe start else { return nil }
                return unsafe (start + place).assumingMemoryBound(to: CChar.self)
            }
            // An empty array may have no address at all.
            return unsafe (values + [nil]).withUnsafeBufferPointer { values in
                unsafe (lengths + [0]).withUnsafeBufferPointer { lengths in
                    unsafe (formats + [0]).withUnsafeBufferPointer { formats -> Result? in
                        guard let values = values.baseAddress,
                            let lengths = lengths.baseAddress,
                            let formats = formats.baseAddress
                        else { return nil }
                        return unsafe body(Int32(places.count), values, lengths, formats)
                    }
                }
            }
        }
    }

    // MARK: - Private

    private static let text: Int32 = 0
    private static let binary: Int32 = 1

    private mutating func add(_ parameter: SQLParameter) {
        switch parameter {
        case .null:
            places.append(nil)
            lengths.append(0)
            formats.append(Self.text)
        case .integer(let number): add("\(number)")
        case .real(let number): add("\(number)")
        case .text(let text): add(text)
        case .bytes(let data):
            places.append(bytes.count)
            lengths.append(Int32(data.count))
            formats.append(Self.binary)
            bytes.append(contentsOf: data)
            // So that there is an address even if there is nothing in it.
            bytes.append(0)
        }
    }

    /// The server's texts hold no NUL, and C's end with one: it becomes U+FFFD.
    private mutating func add(_ text: String) {
        let start = bytes.count
        places.append(start)
        if text.utf8.contains(0) {
            for byte in text.utf8 {
                if byte == 0 {
                    bytes.append(contentsOf: "\u{FFFD}".utf8)
                } else {
                    bytes.append(byte)
                }
            }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        lengths.append(Int32(bytes.count - start))
        formats.append(Self.text)
        bytes.append(0)
    }
}
