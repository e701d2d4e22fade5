import CLibXML2

/// Recognises element names by the addresses at which libxml2 keeps them.
///
/// A parser context stores each name once, so the same name has the same address all through a
/// document, and its letters are looked at only when it is first met. Lives no longer than the context.
struct ElementNameCache {
    private struct Slot {
        var key: UInt = 0
        var name = ElementName.other
    }

    private var slots = [Slot](repeating: Slot(), count: 256)
    /// Namespaces met so far; a document has few.
    private var namespaces: [(prefix: UInt, uri: UInt, namespace: Namespace)] = []
    /// In an Atom document that forgets its namespace, names without one are Atom's.
    private let isAtom: Bool

    init(isAtom: Bool) {
        self.isAtom = isAtom
    }

    mutating func name(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?,
        uri: UnsafePointer<xmlChar>?
    ) -> ElementName {
        // The addresses lie in one dictionary: mixing them by odd factors keeps the pairs apart.
        let key =
            UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15
            ^ UInt(bitPattern: prefix) &* 0xC2B2_AE3D_27D4_EB4F
            ^ UInt(bitPattern: uri) &* 0x1656_67B1_9E37_79F9
        let index = Int(key >> 56)
        if slots[index].key == key { return slots[index].name }
        let name = unsafe lookUp(local: local, prefix: prefix, uri: uri)
        slots[index] = Slot(key: key, name: name)
        return name
    }

    // MARK: - Private

    private static let names = Dictionary(
        uniqueKeysWithValues: ElementName.allCases.map { ($0.rawValue, $0) })

    private mutating func lookUp(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?,
        uri: UnsafePointer<xmlChar>?
    ) -> ElementName {
        let local = unsafe String(cString: local).lowercased()
        let namespace = unsafe namespace(prefix: prefix, uri: uri)
        return switch namespace {
        case .rss: Self.names[local] ?? .other
        case .unknown: .other
        default: Self.names["\(namespace.rawValue):\(local)"] ?? .other
        }
    }

    private mutating func namespace(
        prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?
    ) -> Namespace {
        let (prefixKey, uriKey) = (UInt(bitPattern: prefix), UInt(bitPattern: uri))
        let known = namespaces.first { $0.prefix == prefixKey && $0.uri == uriKey }
        if let known { return known.namespace }
        var namespace = Namespace(
            uri: unsafe uri.map { unsafe String(cString: $0) },
            prefix: unsafe prefix.map { unsafe String(cString: $0) })
        if isAtom, namespace == .rss { namespace = .atom }
        if namespaces.count < Self.maximumNamespaces {
            namespaces.append((prefixKey, uriKey, namespace))
        }
        return namespace
    }

    private static let maximumNamespaces = 32
}
