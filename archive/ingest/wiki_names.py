"""How links of wikitext name what is no article: categories, files, other languages."""

CATEGORY = (
    r"category|kategorie|catégorie|categoría|categoria|категория|категорія|kategoria|kategori"
    r"|categorie|分类|分類|カテゴリ|تصنيف"
)
FILE = (
    r"file|image|datei|bild|fichier|archivo|imagen|immagine|ficheiro|imagem|файл|изображение|plik"
    r"|bestand|文件|ファイル|ملف"
)
LANGUAGE = r"[a-z]{2,3}|simple|zh-[a-z-]{3,12}|be-tarask|roa-rup"
