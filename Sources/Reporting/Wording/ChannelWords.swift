import Model

extension ReportWords {
    func channel(_ channel: Source.Channel) -> String {
        switch channel {
        case .news: pick("News", "Wiadomości", "Ziņas")
        case .blog: pick("Blogs", "Blogi", "Blogi")
        case .forum: pick("Forums", "Fora", "Forumi")
        case .reviews: pick("Reviews", "Opinie", "Atsauksmes")
        case .social: pick("Social media", "Media społecznościowe", "Sociālie tīkli")
        case .press: pick("Press releases", "Komunikaty prasowe", "Preses relīzes")
        case .other: pick("Other sources", "Inne źródła", "Citi avoti")
        }
    }
}

/// What the tables of channels and regions are headed by.
struct ChannelWords {
    let channels: String
    let regions: String
    let channel: String
    let region: String
    let sources: String
    let positive: String
    let negative: String
    let needsAnswer: String
    let salesLeads: String
    /// Which posts are counted.
    let posts: String
    let note: String

    /// - Parameter brand: the competitor or topic that is told of; `nil` for own brands.
    init(_ words: ReportWords, of brand: String? = nil) {
        channels = words.pick(
            "Channel by channel", "Według rodzaju źródeł", "Pēc avotu veida")
        regions = words.pick("Region by region", "Według regionów", "Pēc reģiona")
        channel = words.pick("Channel", "Rodzaj źródeł", "Avotu veids")
        region = words.pick("Region", "Region", "Reģions")
        sources = words.pick("Sources", "Źródła", "Avoti")
        positive = words.pick("Positive", "Pozytywne", "Pozitīvi")
        negative = words.pick("Negative", "Negatywne", "Negatīvi")
        needsAnswer = words.pick("Need an answer", "Do odpowiedzi", "Jāatbild")
        salesLeads = words.pick("About to buy", "Chcą kupić", "Grib pirkt")
        posts = words.pick(
            "Posts that name \(brand ?? "a brand of ours").",
            brand.map { "Wpisy, w których pada nazwa \($0)." }
                ?? "Wpisy, które wymieniają naszą markę.",
            brand.map { "Ieraksti, kuros minēts nosaukums \($0)." }
                ?? "Ieraksti, kas piemin mūsu zīmolu.")
        note =
            posts
            + words.pick(
                " In brackets: stories, copies counted once.",
                " W nawiasach: historie, kopie policzone raz.",
                " Iekavās: stāsti, kopijas skaitītas vienreiz.")
    }
}
