"""The fields that news databases write around an article, and what each of them says."""

# What a field's name says: the column of `articles` that it fills, "body", "field" or, behind the body, "end".
NEXIS = {"headline": "headline", "byline": "byline", "body": "body", "section": "field", "length": "field",
          "dateline": "field", "highlight": "field", "series": "field", "source": "field", "distribution": "field",
          "load-date": "end", "language": "end", "publication-type": "end", "document-type": "end", "graphic": "end",
          "subject": "end", "correction-date": "end", "correction": "end", "journal-code": "end", "url": "end",
          "classification": "end", "notes": "end", "copyright": "end", "acc-no": "end", "pub-type": "end"}
PROQUEST = {"author": "byline", "publication info": "field", "abstract": "field", "links": "field", "full text": "body",
             "full text (english)": "body", "headline": "headline", "title": "headline", "publication title": "outlet",
             "publication date": "published", "credit": "end", **dict.fromkeys((
                 "subject", "location", "people", "company", "company / organization", "pages", "first page",
                 "publication year", "section", "publisher", "place of publication", "country of publication", "issn",
                 "publication subject", "source type", "language of publication", "document type", "column",
                 "proquest document id", "document url", "copyright", "last updated", "database", "issue", "volume",
                 "identifier / keyword", "number of pages", "business indexing term", "classification", "dateline",
                 "document feature", "illustration", "correction date", "contact us at",
                  "terms and conditions"), "end")}
LABELLED = {"title": "headline", "headline": "headline", "paper": "outlet", "newspaper": "outlet", "source": "outlet",
             "publication": "outlet", "published in": "outlet", "outlet": "outlet", "medium": "outlet",
             "author": "byline", "authors": "byline", "byline": "byline", "by": "byline", "writer": "byline",
             "date": "published", "published": "published", "publication date": "published", "pubdate": "published",
             "text": "body", "body": "body", "full text": "body", "article": "body", "url": "url", "link": "url",
             **dict.fromkeys(("section", "page", "pages", "edition", "length", "words", "word count", "column",
                              "dateline", "place", "location", "readability", "language", "type", "series", "city"),
                             "field"),
             **dict.fromkeys(("index terms", "subject", "subjects", "record", "record number", "copyright", "memo",
                              "caption", "keywords", "tags", "document type", "accession number", "notes", "database"),
                             "end")}
FACTIVA = {"HD": "headline", "BY": "byline", "PD": "published", "SN": "outlet", "LP": "body", "TD": "body",
            **dict.fromkeys(("SE", "CR", "WC", "ET", "SC", "ED", "PG", "LA", "CY", "VOL", "CX", "RF", "CO", "IN", "NS",
                             "RE", "IPC", "IPD", "PUB", "AN", "ART", "CT", "DE", "CLM"), "field")}
