import Model

extension PageWords {
    func field(_ field: Correction.Field) -> String {
        switch field {
        case .brand: brand
        case .tone: tone
        case .category: report.pick("Category", "Kategoria", "Kategorija")
        }
    }

    /// `Tone, Zefirnet: negative → positive, 3 posts (#12, #15, #40)`.
    func reviewed(_ tag: ReviewedTag, names: PageNames) -> String {
        func told(_ value: String?) -> String {
            guard let value else { return report.pick("none", "brak", "nav") }
            return switch tag.field {
            case .brand: names.brand(Brand.ID(value))
            case .tone: Sentiment.Label(rawValue: value).map(self.tone) ?? value
            case .category: names.category(Model.Category.ID(value))
            }
        }
        let numbers = tag.entries.prefix(12).map { "#\($0)" }.joined(separator: ", ")
        let more = tag.entries.count > 12 ? " …" : ""
        return
            "\(field(tag.field)), \(names.brand(tag.brand)): \(told(tag.was)) → \(told(tag.is)), "
            + "\(report.posts(tag.entries.count)) (\(numbers)\(more))"
    }
}
