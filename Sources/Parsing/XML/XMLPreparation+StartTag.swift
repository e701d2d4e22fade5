extension XMLPreparation {
    /// Takes over the start tag at the position, its attributes written as XML has them: quoted, each
    /// once, with no `&` or `<` that is not mark-up.
    ///
    /// - Returns: whether the element is empty.
    /// - Throws: `.truncated`, `.tagTooLong`, `.entitiesTooLarge`.
    mutating func copyStartTag(_ name: Range<Int>, isRoot: Bool) throws(ParseError) -> Bool {
        let start = buffer.position
        buffer.copy(to: name.upperBound)
        attributes.removeAll(keepingCapacity: true)
        var uncounted = 0
        while true {
            buffer.copy(to: source.offsetPastSpaces(from: buffer.position))
            switch buffer.byte {
            case .greaterThan:
                buffer.copy(to: buffer.position + 1)
                return false
            case .slash where source.hasPrefix("/>", at: buffer.position):
                buffer.copy(to: buffer.position + 2)
                return true
            case .lessThan:
                log.add("'<\(source.text(name))' without '>'; ended here", at: start)
                // Taken for an empty element, it swallows nothing of what follows, unless it is the
                // one that holds everything.
                buffer.insert((isRoot ? ">" : "/>").utf8)
                return !isRoot
            case _ where buffer.isAtEnd:
                throw .truncated(at: TextPosition(of: source.count, in: source))
            case let byte where byte.isNameStart:
                uncounted += try copyAttribute(of: name)
            default:
                log.add("broken attribute; left out", at: buffer.position)
                buffer.skip(to: buffer.position + 1)
            }
            try check(start: start, size: buffer.position - start - uncounted, attributes.count)
        }
    }

    // MARK: - Private

    private func check(start: Int, size: Int, _ attributes: Int) throws(ParseError) {
        if size > limits.maximumTagSizeInBytes {
            throw .tagTooLong(
                limit: "\(limits.maximumTagSizeInBytes) bytes",
                at: TextPosition(of: start, in: buffer.source))
        }
        if attributes > limits.maximumAttributes {
            throw .tagTooLong(
                limit: "\(limits.maximumAttributes) attributes",
                at: TextPosition(of: start, in: buffer.source))
        }
    }

    /// - Returns: how many bytes of a `data:` address were left out, which no limit counts.
    private mutating func copyAttribute(of tag: Range<Int>) throws(ParseError) -> Int {
        let start = buffer.position
        let name = start..<source.offsetPastName(from: start)
        let sign = source.offsetPastSpaces(from: name.upperBound)
        let hasValue = sign < source.count && source[sign] == .equals
        let value = hasValue ? source.offsetPastSpaces(from: sign + 1) : sign
        let isQuoted =
            hasValue && value < source.count
            && (source[value] == .quote || source[value] == .apostrophe)
        let end =
            isQuoted
            ? source.offset(of: source[value], from: value + 1, to: source.count)
            : hasValue ? offsetPastUnquoted(from: value) : name.upperBound
        if attributes.contains(where: { source.areSame($0, name) }) {
            log.add("attribute '\(source.text(name))' twice; the first is kept", at: start)
            buffer.skip(to: min(isQuoted ? end + 1 : end, source.count))
            return 0
        }
        attributes.append(name)
        if isQuoted, isForeignDefault(name, value + 1..<end, of: tag) {
            log.add("'xmlns' of another format for the names of RSS; left out", at: start)
            buffer.skip(to: min(end + 1, source.count))
            return 0
        }
        buffer.copy(to: name.upperBound)
        guard isQuoted else {
            log.add("attribute '\(source.text(name))' without quotes; mended", at: start)
            buffer.insert("=\"".utf8)
            buffer.skip(to: hasValue ? value : name.upperBound)
            try copyValue(to: end)
            buffer.insert("\"".utf8)
            return 0
        }
        buffer.copy(to: value + 1)
        let size = end - buffer.position
        if size > 1024, source.hasPrefix("data:", at: buffer.position) {
            log.add("an address that holds a whole file; left empty", at: buffer.position)
            buffer.skip(to: end)
            buffer.copy(to: min(end + 1, source.count))
            return size
        }
        // Longer than a whole tag may be: not worth copying, it is refused.
        if size > limits.maximumTagSizeInBytes { buffer.skip(to: end) }
        try copyValue(to: end)
        buffer.copy(to: min(end + 1, source.count))
        return 0
    }

    /// Whether an attribute of the root element says that RSS's own names are another format's, as when
    /// `xmlns` was written for `xmlns:atom`.
    private func isForeignDefault(
        _ name: Range<Int>, _ value: Range<Int>, of tag: Range<Int>
    ) -> Bool {
        guard root == nil, name.count == 5, value.count < 256, source.text(name) == "xmlns" else {
            return false
        }
        let tag = ShortName(lowercasing: source, tag)
        return (tag == "rss" || tag == "channel")
            && Namespace(uri: source.text(value), prefix: nil) != .rss
    }

    private func offsetPastUnquoted(from start: Int) -> Int {
        var offset = start
        let source = buffer.source
        while offset < source.count, !source[offset].isASCIISpace, source[offset] != .greaterThan {
            offset += 1
        }
        // The `/` of an empty element belongs to the tag, that of an address does not.
        let endsTag =
            offset > start && source[offset - 1] == .slash && offset < source.count
            && source[offset] == .greaterThan
        return endsTag ? offset - 1 : offset
    }

    private mutating func copyValue(to end: Int) throws(ParseError) {
        while buffer.position < end {
            let special = offsetOfSpecial(from: buffer.position, to: end)
            buffer.copy(to: special)
            guard special < end else { return }
            switch buffer.byte {
            case .ampersand:
                try copyReference()
            case .quote:
                buffer.replace(1, by: "&#34;".utf8)
            default:
                log.add("'<' inside an attribute; read as text", at: special)
                buffer.replace(1, by: "&#60;".utf8)
            }
        }
    }

    /// The first byte that cannot stand in a value as it is; `end` where there is none.
    private func offsetOfSpecial(from start: Int, to end: Int) -> Int {
        let bytes = buffer.source.span.extracting(0..<end)
        var offset = start
        while offset < end {
            let byte = unsafe bytes[unchecked: offset]
            if byte == .ampersand || byte == .lessThan || byte == .quote { break }
            offset += 1
        }
        return offset
    }
}
