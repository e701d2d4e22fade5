import CSketch
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
        var hashes: [UInt64] = []
        hashes.reserveCapacity(words.count)
        for word in words where word.kind != .mark { hashes.append(word.hash) }
        guard hashes.count >= minimumWords else { return [] }
        var minima = [UInt32](repeating: .max, count: StorySignature.size)
        // Both have as many places.
        unsafe minima.withUnsafeMutableBufferPointer { minima in
            unsafe earshot_lower_minima(
                hashes, hashes.count, seeds, minima.baseAddress, StorySignature.size)
        }
        return minima
    }

    /// One hash function for each place of a sketch.
    private static let seeds = (0..<StorySignature.size).map { earshot_mix(UInt64($0) + 1) }
}
