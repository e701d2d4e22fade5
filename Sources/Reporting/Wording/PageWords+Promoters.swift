package import Model

extension PageWords {
    /// `Zefirnet: praised by 12 named authors, 3 of them not for the first time within a year.`, a line for
    /// each own brand that has any.
    package func promoters(_ brands: [Trends.BrandTrend]) -> [String] {
        brands.compactMap { brand in
            guard let promoters = brand.promoters else { return nil }
            let (all, again) = (report.number(promoters.authors), report.number(promoters.again))
            return report.inSentence(brand.name)
                + report.pick(
                    ": praised by \(report.authors(promoters.authors)), \(again) of them not for the "
                        + "first time within a year.",
                    ": znanych autorów, którzy chwalą: \(all), w tym nie pierwszy raz w ciągu roku: "
                        + "\(again).",
                    ": zināmie autori, kas slavē: \(all), no tiem gada laikā ne pirmo reizi: "
                        + "\(again).")
        }
    }
}
