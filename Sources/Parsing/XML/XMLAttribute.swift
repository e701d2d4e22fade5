/// An attribute of a start tag, which lies in memory of the parser's.
@unsafe struct XMLAttribute {
    /// Empty if there is none.
    let prefix: UnsafeBufferPointer<UInt8>
    let name: UnsafeBufferPointer<UInt8>
    /// Its references not yet decoded.
    let value: UnsafeBufferPointer<UInt8>

    var isXML: Bool { unsafe Self.isEqual(prefix, "xml") }

    func isNamed(_ other: StaticString) -> Bool { unsafe Self.isEqual(name, other) }

    /// Whether it has the name of another, whatever their prefixes.
    func isNamed(as other: XMLAttribute) -> Bool {
        guard unsafe name.count == other.name.count else { return false }
        for index in unsafe name.indices where unsafe name[index] != other.name[index] {
            return false
        }
        return true
    }

    /// With its prefix.
    var qualifiedName: String {
        let name = unsafe String(decoding: name, as: UTF8.self)
        let prefix = unsafe String(decoding: prefix, as: UTF8.self)
        return prefix.isEmpty ? name : "\(prefix):\(name)"
    }

    /// The value without blanks around it; `nil` if nothing is left.
    var text: String? {
        unsafe value.span.holds(.ampersand) ? decoded.trimmedText : value.span.trimmedText
    }

    /// The value; a reference that is none stays.
    var decoded: [UInt8] {
        let written = unsafe Array(value)
        guard written.holds(.ampersand) else { return written }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.count)
        var position = 0
        while position < written.count {
            let reference = written.offset(of: .ampersand, from: position, to: written.count)
            bytes.append(written, position..<reference)
            guard reference < written.count else { break }
            let meant = CharacterReference(in: written, at: reference, declared: [:])
            if case .scalar(let scalar) = meant.meaning {
                bytes.append(scalar)
                position = reference + meant.length
            } else {
                bytes.append(.ampersand)
                position = reference + 1
            }
        }
        return bytes
    }

    // MARK: - Private

    private static func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ other: StaticString) -> Bool {
        guard text.count == other.utf8CodeUnitCount else { return false }
        for index in 0..<text.count where unsafe text[index] != other.utf8Start[index] {
            return false
        }
        return true
    }
}
