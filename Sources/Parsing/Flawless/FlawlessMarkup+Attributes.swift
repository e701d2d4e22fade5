extension FlawlessMarkup {
    /// Leaves the position at the `>` or `/>`, and writes nothing that stands before it.
    mutating func writeAttributes(from start: Int) -> Bool {
        attributes.removeAll(keepingCapacity: true)
        while true {
            let name = source.offsetPastSpaces(from: position)
            guard name - start < Self.maximumTagSize, name + 1 < source.count else { return false }
            let isEnd =
                source[name] == .greaterThan
                || source[name] == .slash && source[name + 1] == .greaterThan
            guard !isEnd else {
                if name > position { leaveOut(position, to: name) }
                position = name
                return true
            }
            let end = source.offsetPastName(from: name)
            guard name > position, source[name].isNameStart, end + 1 < source.count,
                source[end] == .equals,
                source[end + 1] == .quote || source[end + 1] == .apostrophe,
                attributes.count < Self.maximumAttributes,
                !attributes.contains(where: { source.areSame($0, name..<end) })
            else { return false }
            attributes.append(name..<end)
            let close = source.offset(of: source[end + 1], from: end + 2, to: source.count)
            guard close < source.count, close - end < Self.maximumValueSize,
                writeAttribute(name..<end, end + 2..<close)
            else { return false }
            position = close + 1
        }
    }

    // MARK: - Private

    private static let maximumTagSize = 4 * 1024
    private static let maximumAttributes = 32
    /// A longer one may be a whole file.
    private static let maximumValueSize = 1024

    /// The position is behind what stands before the blanks before it.
    private mutating func writeAttribute(_ name: Range<Int>, _ value: Range<Int>) -> Bool {
        let end = value.upperBound + 1
        if isPlainName(name), !isDeclaration(name), name.lowerBound == position + 1,
            source[position] == .space, source[value.lowerBound - 1] == .quote,
            isSameInHTML(value)
        {
            return true
        }
        leaveOut(position, to: end)
        if isDeclaration(name) { return true }
        let isXML = source.hasPrefix("xml:", at: name.lowerBound)
        let local = name.dropFirst(isXML ? 4 : 0)
        guard isPlainName(local) else { return false }
        output.append(.space)
        output.append(source, local)
        output.append(contentsOf: "=\"".utf8)
        guard writeValue(value) else { return false }
        output.append(.quote)
        return true
    }

    private func isDeclaration(_ name: Range<Int>) -> Bool {
        name.count == 5 && source[name].elementsEqual("xmlns".utf8)
    }

    /// Whether a value is written in HTML as it stands here.
    private func isSameInHTML(_ value: Range<Int>) -> Bool {
        guard source.span.extracting(value).mayDifferInHTML else { return true }
        var position = value.lowerBound
        while position < value.upperBound {
            switch source[position] {
            case .ampersand:
                // What is decoded here would be written as the same reference again.
                guard let reference = CharacterReference.ofMarkup(in: source, at: position) else {
                    return false
                }
                position += reference.length
            case .lessThan, .greaterThan, 0..<UInt8.space:
                return false
            default:
                position += 1
            }
        }
        return true
    }

    private mutating func writeValue(_ value: Range<Int>) -> Bool {
        var position = value.lowerBound
        while position < value.upperBound {
            switch source[position] {
            case .ampersand:
                guard let length = writeReference(at: position) else { return false }
                position += length
                continue
            case .lessThan, .carriageReturn: return false
            case .lineFeed, .tab: output.append(.space)
            case .greaterThan: output.append(contentsOf: "&gt;".utf8)
            case .quote: output.append(contentsOf: "&quot;".utf8)
            case let byte: output.append(byte)
            }
            position += 1
        }
        return true
    }
}

extension Span<UInt8> {
    /// Whether a byte is in it that must or may not stand in a value of HTML as it does here.
    fileprivate var mayDifferInHTML: Bool {
        var found: UInt8 = 0
        unsafe withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let byte = unsafe bytes[index]
                let isControl: UInt8 = byte < .space ? 1 : 0
                let isMarkup: UInt8 =
                    byte == .ampersand || byte == .lessThan || byte == .greaterThan ? 1 : 0
                found |= isControl | isMarkup
            }
        }
        return found != 0
    }
}
