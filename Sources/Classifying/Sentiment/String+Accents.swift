import Foundation

extension String {
    /// The same in bare letters, as many type Polish and Latvian; `nil` when it has no accents.
    var withoutAccents: String? {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let plain = String(
            String.UnicodeScalarView(
                decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
                    switch scalar {
                    case "ł": "l"
                    case "Ł": "L"
                    default: scalar.properties.generalCategory == .nonspacingMark ? nil : scalar
                    }
                }))
        return plain == self ? nil : plain
    }
}
