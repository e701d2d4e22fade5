/// What the prefixes of a document stand for, as declared by the elements that are open (Namespaces in
/// XML 1.0 §6).
struct NamespaceScopes {
    private struct Declaration {
        /// Empty for the default namespace.
        let prefix: Range<Int>
        let uri: Range<Int>
        /// The elements that we know of the namespace.
        let names: ShortNameTable<ElementName>?
    }

    private let source: [UInt8]
    private var declarations: [Declaration] = []
    /// In an Atom document that forgets its namespace, names without one are Atom's.
    private let isAtom: Bool

    init(source: [UInt8], isAtom: Bool) {
        self.source = source
        self.isAtom = isAtom
    }

    /// How many are declared.
    var count: Int { declarations.count }

    /// - Returns: whether libxml2 would have nothing to say about it.
    mutating func declare(_ prefix: Range<Int>, as uri: Range<Int>, since first: Int) -> Bool {
        guard count < Self.maximumCount, isPlainAddress(uri), !isReserved(prefix), !isReserved(uri),
            !declarations[first...].contains(where: { source.areSame($0.prefix, prefix) })
        else { return false }
        let namespace = Namespace(
            uri: source.text(uri), prefix: prefix.isEmpty ? nil : source.text(prefix))
        // At the root of RSS it is a mistake, which is mended elsewhere.
        if prefix.isEmpty, first == 0, !isAtom, namespace != .rss { return false }
        declarations.append(
            Declaration(prefix: prefix, uri: uri, names: Self.names(of: namespace, isAtom)))
        return true
    }

    /// Forgets all but the first so many.
    mutating func end(downTo count: Int) {
        if declarations.count > count { declarations.removeSubrange(count...) }
    }

    func isDeclared(_ prefix: Range<Int>) -> Bool { index(of: prefix) != nil }

    /// What an element is, and where its namespace is written; `nil` if its prefix is not declared.
    func name(_ local: Range<Int>, _ prefix: Range<Int>) -> (name: ElementName, uri: Range<Int>?)? {
        if let index = index(of: prefix) {
            let name = declarations[index].names?[ShortName(lowercasing: source, local)]
            return (name ?? .other, declarations[index].uri)
        }
        guard prefix.isEmpty else { return nil }
        let names = isAtom ? Self.atomNames : Self.rssNames
        return (names?[ShortName(lowercasing: source, local)] ?? .other, nil)
    }

    // MARK: - Private

    /// Each tag looks through them; feeds have a dozen.
    private static let maximumCount = 48

    private func index(of prefix: Range<Int>) -> Int? {
        declarations.lastIndex { source.areSame($0.prefix, prefix) }
    }

    private static func names(of namespace: Namespace, _ isAtom: Bool)
        -> ShortNameTable<ElementName>?
    {
        switch namespace {
        case .unknown: nil
        case .rss: isAtom ? atomNames : rssNames
        default: names[namespace]
        }
    }

    private static let names: [Namespace: ShortNameTable<ElementName>] = {
        var names: [Namespace: [(ShortName, ElementName)]] = [:]
        for name in ElementName.allCases where name != .other {
            let halves = name.rawValue.split(separator: ":")
            let namespace = halves.count == 2 ? Namespace(rawValue: String(halves[0])) : .rss
            guard let namespace, let local = halves.last else { continue }
            names[namespace, default: []].append((ShortName(local), name))
        }
        return names.mapValues { ShortNameTable($0) }
    }()

    private static let rssNames = names[.rss]
    private static let atomNames = names[.atom]

    /// Whether it is an address with nothing in it that has a meaning of its own in XML or in URIs, but
    /// for one `#`.
    private func isPlainAddress(_ uri: Range<Int>) -> Bool {
        let start =
            source.hasPrefix("http://", at: uri.lowerBound)
            ? 7 : source.hasPrefix("https://", at: uri.lowerBound) ? 8 : uri.count
        let rest = uri.dropFirst(start)
        guard let first = rest.first, source[first].isASCIIAlphanumeric else { return false }
        var marks = 0
        for index in rest {
            switch source[index] {
            case .hash: marks += 1
            case .dash, .dot, .slash, UInt8(ascii: "_"): break
            case let byte where byte.isASCIIAlphanumeric: break
            default: return false
            }
        }
        return marks <= 1
    }

    /// Prefixes and namespaces that XML keeps for itself.
    private func isReserved(_ text: Range<Int>) -> Bool {
        source[text].starts(with: "xml".utf8)
            || source[text].elementsEqual("http://www.w3.org/XML/1998/namespace".utf8)
            || source[text].elementsEqual("http://www.w3.org/2000/xmlns/".utf8)
    }
}
