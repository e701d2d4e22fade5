/// A single-byte charset the other way round: which byte each of its characters beyond ASCII is.
///
/// Bytes that it leaves open are control characters.
struct CharsetBytes: Sendable {
    /// By the value of a character of Latin's first blocks; 0 for one that is not in it.
    private let bytesOfLetters: [UInt8]
    private let others: [(value: UInt32, byte: UInt8)]

    /// - Parameters:
    ///   - table: the characters of the bytes from 0x80 on, as `SingleByteTable` has them.
    ///   - takesControls: whether the control character of a byte is that byte even where the charset
    ///     has another character for it, as ISO 8859 has none.
    init(_ table: [Unicode.Scalar], takesControls: Bool) {
        var letters = [UInt8](repeating: 0, count: Self.valuesOfLetters)
        var others: [(value: UInt32, byte: UInt8)] = []
        for value in 0x80...0x9F where takesControls || table[value - 0x80] == "\u{FFFD}" {
            letters[value] = UInt8(value)
        }
        for (index, scalar) in table.enumerated() where scalar != "\u{FFFD}" {
            let byte = UInt8(0x80 + index)
            if scalar.value < Self.valuesOfLetters {
                letters[Int(scalar.value)] = byte
            } else {
                others.append((scalar.value, byte))
            }
        }
        bytesOfLetters = letters
        self.others = others
    }

    /// - Parameter value: a Unicode scalar value from 0x80 on.
    func byte(of value: UInt32) -> UInt8? {
        guard value < Self.valuesOfLetters else {
            return others.first { $0.value == value }?.byte
        }
        let byte = bytesOfLetters[Int(value)]
        return byte == 0 ? nil : byte
    }

    // MARK: - Private

    /// Up to the end of Latin Extended-B.
    private static let valuesOfLetters = 0x250
}
