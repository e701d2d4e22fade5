import Foundation

extension String {
    /// Normalisation form C: a letter and its accent are one scalar where Unicode has one.
    package var precomposed: String {
        precomposedStringWithCanonicalMapping
    }
}
