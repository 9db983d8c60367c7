# SPDX-License-Identifier: MIT
"""Generated from ui/review_sign.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_ReviewSign(object):
    def setupUi(self, ReviewSign):
        if not ReviewSign.objectName():
            ReviewSign.setObjectName(u"ReviewSign")
        ReviewSign.resize(420, 300)
        self.column = QVBoxLayout(ReviewSign)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ReviewSign)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"name")

        self.column.addWidget(self.title)

        self.sentence = QLabel(ReviewSign)
        self.sentence.setObjectName(u"sentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setProperty(u"kind", u"muted")

        self.column.addWidget(self.sentence)

        self.name_label = QLabel(ReviewSign)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setProperty(u"kind", u"strong")

        self.column.addWidget(self.name_label)

        self.name = QLineEdit(ReviewSign)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(80)

        self.column.addWidget(self.name)

        self.personas = QVBoxLayout()
        self.personas.setSpacing(12)
        self.personas.setObjectName(u"personas")
        self.personas.setContentsMargins(0, 0, 0, 0)

        self.column.addLayout(self.personas)

        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.gap)

        self.close = QPushButton(ReviewSign)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.row.addWidget(self.close)


        self.column.addLayout(self.row)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReviewSign)

        QMetaObject.connectSlotsByName(ReviewSign)
    # setupUi

    def retranslateUi(self, ReviewSign):
        self.title.setText(QCoreApplication.translate("ReviewSign", u"Sign off", None))
        self.sentence.setText(QCoreApplication.translate("ReviewSign", u"A sign-off says: we have looked at every line, and this is what we know today. A later change of a claim, its evidence or the picture ends it.", None))
        self.name_label.setText(QCoreApplication.translate("ReviewSign", u"Who signs?", None))
        self.name.setPlaceholderText(QCoreApplication.translate("ReviewSign", u"First and last name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("ReviewSign", u"Name of who signs off", None))
#endif // QT_CONFIG(accessibility)
        self.close.setText(QCoreApplication.translate("ReviewSign", u"Close", None))
        pass
    # retranslateUi

