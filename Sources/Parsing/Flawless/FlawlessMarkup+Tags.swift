extension FlawlessMarkup {
    /// Writes the start tag at the position; a `div` around everything is left out.
    mutating func writeStartTag() -> Bool {
        let start = position
        let name = start + 1..<source.offsetPastName(from: start + 1)
        guard isPlainName(name), !isSuspect(name) else { return false }
        let isDiv = open.isEmpty && name.count == 3 && source[name].elementsEqual("div".utf8)
        if isDiv { copy(to: start) }
        let size = output.count
        position = name.upperBound
        guard writeAttributes(from: name.lowerBound) else { return false }
        let isEmpty = source[position] == .slash
        if isEmpty { leaveOut(position, to: position + 1) }
        position += isEmpty ? 2 : 1
        if isDiv {
            output.removeSubrange(size...)
            written = position
        }
        if !isEmpty {
            open.append(Element(name: name, isWritten: !isDiv))
        } else if !isDiv, !isVoid(name) {
            copy(to: position)
            output.append(contentsOf: "</".utf8)
            output.append(source, name)
            output.append(.greaterThan)
        }
        return true
    }

    /// Writes the end tag at the position, which must be that of the innermost element.
    mutating func writeEndTag() -> Bool {
        let start = position
        guard let element = open.popLast() else { return false }
        let end = start + 2 + element.name.count
        guard end < source.count, source.areSame(element.name, start + 2..<end) else {
            return false
        }
        let close = source.offsetPastSpaces(from: end)
        guard close < source.count, source[close] == .greaterThan else { return false }
        position = close + 1
        // Written `<br></br>`, browsers would take an empty element for two.
        if !element.isWritten || isVoid(element.name) {
            leaveOut(start, to: position)
        } else if close > end {
            leaveOut(end, to: close)
        }
        return true
    }

    // MARK: - Private

    /// Elements that look like a part of the feed: one of them may not have been ended.
    private static let suspects = ShortNameTable(
        ["entry", "item", "title", "link", "guid", "pubdate", "comments", "category"].map {
            (ShortName($0), true)
        })

    private func isSuspect(_ name: Range<Int>) -> Bool {
        // The names of most elements have other lengths.
        switch name.count {
        case 4, 5, 7, 8: Self.suspects[ShortName(lowercasing: source, name)] != nil
        default: false
        }
    }

    private func isVoid(_ name: Range<Int>) -> Bool {
        (2...6).contains(name.count) && HTMLElement(ShortName(source, name)).isVoid
    }
}
