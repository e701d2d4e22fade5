package import Model

/// The page of a digest: one HTML file that loads nothing and can be read without its script.
package enum DigestPage {
    package static func html(of digest: Digest) throws(ReportingError) -> String {
        try PageTemplates.page(
            "digest", of: try DigestView(digest, words: PageWords(digest.origin.language)))
    }
}
