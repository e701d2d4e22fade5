import Foundation

/// Chance that is the same each time it is asked, so that a run can be repeated to the byte.
enum Jitter {
    /// - Returns: 0 ..< 0.1, from the name and the second.
    static func tenth(of name: String, at now: Date) -> Double {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        // FNV-1a (Fowler, Noll, Vo): spreads short names well enough for this.
        for byte in "\(name) \(Int(now.timeIntervalSince1970))".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return Double(hash >> 11) / Double(1 << 53) / 10
    }
}
