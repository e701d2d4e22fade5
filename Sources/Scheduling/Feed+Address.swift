package import Model

extension Feed.Address {
    /// As it stands in the feeds file.
    package var written: String {
        switch self {
        case .url(let url): url
        case .file(let path): path
        }
    }
}
