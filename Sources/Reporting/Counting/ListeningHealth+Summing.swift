import Model

extension ListeningHealth {
    init(_ health: [FeedHealth], words: ReportWords) {
        func count(_ status: FeedHealth.Status) -> Int { health.count { $0.status == status } }
        let troubled = health.filter { $0.status != .ok }.sorted { $0.feed < $1.feed }
        self.init(
            feeds: health.count, ok: count(.ok), failing: count(.failing),
            silent: count(.silent), unheard: count(.unheard),
            sentence: words.listening(health.count, troubled: troubled), troubled: troubled)
    }
}
