/// A document type declaration, of which only the simple entities are read.
///
/// The rest, external identifiers and parameter entities above all, is where the attacks are; no feed
/// needs it.
struct Doctype {
    /// The offset behind it; the end of the document if it has none.
    let end: Int
    /// What entities stand for, if that is a few plain characters or any single one.
    let entities: [String: [UInt8]]

    init(in source: [UInt8], at start: Int) {
        var entities: [String: [UInt8]] = [:]
        var isInSubset = false
        var position = start + 2
        while position < source.count {
            switch source[position] {
            case .quote, .apostrophe:
                position = source.offset(of: source[position], from: position + 1, to: source.count)
            case .openBracket:
                isInSubset = true
            case .closeBracket:
                isInSubset = false
            case .lessThan where source.hasPrefix("<!--", at: position):
                position = source.offset(of: "-->", from: position).map { $0 + 2 } ?? source.count
            case .lessThan where source.hasPrefix("<!entity", at: position):
                let declaration = EntityDeclaration(in: source, at: position)
                if let name = declaration.name, let value = declaration.value,
                    entities.count < Self.maximumEntities, entities[name] == nil
                {
                    entities[name] = value
                }
                position = declaration.end
            case .greaterThan where !isInSubset:
                self.init(end: position + 1, entities: entities)
                return
            default:
                break
            }
            position += 1
        }
        self.init(end: source.count, entities: entities)
    }

    // MARK: - Private

    private static let maximumEntities = 256

    private init(end: Int, entities: [String: [UInt8]]) {
        self.end = end
        self.entities = entities
    }
}

/// `<!ENTITY name "value">`; any other form has no name or value.
private struct EntityDeclaration {
    let name: String?
    let value: [UInt8]?
    /// The offset of its last quotation mark, or of what stands where the first should be.
    let end: Int

    init(in source: [UInt8], at start: Int) {
        let nameStart = source.offsetPastSpaces(from: start + 8)
        let nameEnd = source.offsetPastName(from: nameStart)
        let open = source.offsetPastSpaces(from: nameEnd)
        guard nameEnd > nameStart, open < source.count,
            source[open] == .quote || source[open] == .apostrophe
        else {
            (name, value, end) = (nil, nil, max(start, open - 1))
            return
        }
        let close = source.offset(of: source[open], from: open + 1, to: source.count)
        name = source.text(nameStart..<nameEnd)
        value = Self.plainValue(Array(source[min(open + 1, close)..<close]))
        end = close
    }

    private static let maximumSize = 256

    /// The value if it is plain characters, or the character that it is a single reference to.
    private static func plainValue(_ value: [UInt8]) -> [UInt8]? {
        guard value.count <= maximumSize else { return nil }
        if value.first == .ampersand {
            let reference = CharacterReference(in: value, at: 0, declared: [:])
            guard case .scalar(let scalar) = reference.meaning, reference.length == value.count
            else {
                return nil
            }
            return Array(String(scalar).utf8)
        }
        let special: [UInt8] = [.ampersand, .lessThan, .quote, .apostrophe, UInt8(ascii: "%")]
        return value.contains(where: special.contains) ? nil : value
    }
}
