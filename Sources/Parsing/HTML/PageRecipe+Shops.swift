/// How the software of shops marks what customers write about their goods.
extension PageRecipe {
    static let shops = [wooCommerce, judgeMe, idoSell]

    // MARK: - Private

    /// On a page of anything else, reviews stand at its side or its foot.
    private static let isOfPage = "not(ancestor::aside or ancestor::footer)"

    /// WooCommerce since 3.0, and its blocks; before, it had them in microdata.
    private static let wooCommerce = PageRecipe(
        item: """
            .//*[\(word("comment_container"))][.//*[\(word("woocommerce-review__author"))]]\
            [\(isOfPage)] \
            | .//*[\(word("wp-block-woocommerce-product-review-template"))][\(isOfPage)]\
            //li[starts-with(@id, 'comment-')]
            """,
        author: ".woocommerce-review__author, .wp-block-woocommerce-product-review-author-name",
        date: "time", text: ".description, .wp-block-woocommerce-product-review-content",
        link: ".wp-block-woocommerce-product-review-date a[href*='#comment']",
        next: "a.next.page-numbers, \(related)",
        rating: ".star-rating .rating, .wc-block-product-review-rating__stars .rating")

    /// Judge.me, which most shops on Shopify have; what the shop answers stands beside the words.
    private static let judgeMe = PageRecipe(
        item: ".//*[\(word("jdgm-rev"))][.//*[\(word("jdgm-rev__body"))]][\(isOfPage)]",
        title: ".jdgm-rev__title", author: ".jdgm-rev__author",
        date: ".//*[\(word("jdgm-rev__timestamp"))]/@data-content", text: ".jdgm-rev__body",
        link: "a[rel=bookmark]", next: related,
        rating: ".//*[\(word("jdgm-rev__rating"))]/@data-score")

    /// IdoSell, on which many Polish shops run.
    private static let idoSell = PageRecipe(
        item: """
            .//*[\(word("opinions_element"))][.//*[\(word("opinions_element_text"))]][\(isOfPage)]
            """,
        author: ".opinions_element_author_desc", date: ".opinion_date",
        text: ".opinions_element_text", link: "a[rel=bookmark]", next: related,
        rating: ".opinions_element_stars strong")
}
