package import Model
package import Tokenizing

/// Draws the signatures by which reprints, reposts and near-copies are recognised.
package enum StorySketcher {
    /// Fewer words than this are nobody's press release: a short post that two people write alike is
    /// two posts.
    package static let minimumWords = 24

    package static func signature(of words: Words, link: String?) -> StorySignature {
        StorySignature(minima: minima(of: words), linkKey: link.flatMap(linkKey))
    }

    /// The link without scheme, `www.`, tracking parameters and closing slash, in lower-case host.
    ///
    /// A fragment stays: in forums it tells one post from the next.
    package static func linkKey(_ link: String) -> String? {
        let bytes = Array(link.utf8)
        guard let rest = afterScheme(bytes) else { return nil }
        let hostEnd = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
        var host = String(decoding: rest[..<hostEnd], as: UTF8.self).lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard !host.isEmpty else { return nil }

        let fragment = rest[hostEnd...].drop { $0 != UInt8(ascii: "#") }
        var path = rest[hostEnd..<fragment.startIndex]
        let query = path.drop { $0 != UInt8(ascii: "?") }
        path = path[..<query.startIndex]
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        let kept = query.dropFirst().split(separator: UInt8(ascii: "&"))
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { !CanonicalLink.isTracking($0[...]) }.joined(separator: "&")
        return host + String(decoding: path, as: UTF8.self) + (kept.isEmpty ? "" : "?" + kept)
            + String(decoding: fragment, as: UTF8.self)
    }

    // MARK: - Private

    private static func afterScheme(_ link: [UInt8]) -> ArraySlice<UInt8>? {
        let colon = link.indices.first { link[$0...].starts(with: "://".utf8) }
        return colon.map { link[($0 + 3)...] }
    }

    private static func minima(of words: Words) -> [UInt32] {
        let hashes = words.filter { $0.kind != .mark }.map(\.hash)
        guard hashes.count >= minimumWords else { return [] }
        var minima = [UInt32](repeating: .max, count: StorySignature.size)
        var lowest = minima.mutableSpan
        let seeds = seeds.span
        for start in 0...(hashes.count - 3) {
            let triple = mix(hashes[start] &+ mix(hashes[start + 1] &+ mix(hashes[start + 2])))
            for place in seeds.indices {
                // Both have as many places.
                let seed = unsafe seeds[unchecked: place]
                let value = UInt32(truncatingIfNeeded: mix(triple ^ seed) >> 32)
                let isLower = unsafe lowest[unchecked: place] > value
                if isLower { unsafe lowest[unchecked: place] = value }
            }
        }
        return minima
    }

    /// One hash function for each place of a sketch.
    private static let seeds = (0..<StorySignature.size).map { mix(UInt64($0) &+ 1) }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
