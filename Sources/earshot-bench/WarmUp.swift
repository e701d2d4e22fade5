/// What is done before it is measured.
enum WarmUp {
    /// Posts that are read first: the first one of each language has models and tables made that all
    /// others use, which took as long as 8,000 posts.
    static let posts = 30
}
