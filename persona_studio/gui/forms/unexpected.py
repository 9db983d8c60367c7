# SPDX-License-Identifier: MIT
"""Generated from ui/unexpected.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_Unexpected(object):
    def setupUi(self, Unexpected):
        if not Unexpected.objectName():
            Unexpected.setObjectName(u"Unexpected")
        Unexpected.resize(560, 360)
        self.column = QVBoxLayout(Unexpected)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 20, 20, 20)
        self.title = QLabel(Unexpected)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"title")

        self.column.addWidget(self.title)

        self.message = QLabel(Unexpected)
        self.message.setObjectName(u"message")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setProperty(u"kind", u"muted")

        self.column.addWidget(self.message)

        self.detail = QPlainTextEdit(Unexpected)
        self.detail.setObjectName(u"detail")
        self.detail.setReadOnly(True)

        self.column.addWidget(self.detail)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.copy = QPushButton(Unexpected)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.foot.addWidget(self.copy)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.space)

        self.go_on = QPushButton(Unexpected)
        self.go_on.setObjectName(u"go_on")
        self.go_on.setAutoDefault(True)
        self.go_on.setProperty(u"kind", u"primary")

        self.foot.addWidget(self.go_on)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.go_on, self.copy)
        QWidget.setTabOrder(self.copy, self.detail)

        self.retranslateUi(Unexpected)

        self.copy.setDefault(False)
        self.go_on.setDefault(True)


        QMetaObject.connectSlotsByName(Unexpected)
    # setupUi

    def retranslateUi(self, Unexpected):
        Unexpected.setWindowTitle(QCoreApplication.translate("Unexpected", u"Persona Studio", None))
        self.title.setText(QCoreApplication.translate("Unexpected", u"Something unexpected happened", None))
        self.message.setText(QCoreApplication.translate("Unexpected", u"Your project is safe: everything you did is in the file already. You can go on working. If it happens again, send us the detail below; it holds nothing of what is in your project.", None))
#if QT_CONFIG(accessibility)
        self.detail.setAccessibleName(QCoreApplication.translate("Unexpected", u"Detail", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("Unexpected", u"Copy the detail", None))
#if QT_CONFIG(accessibility)
        self.copy.setAccessibleName(QCoreApplication.translate("Unexpected", u"Copy the detail", None))
#endif // QT_CONFIG(accessibility)
        self.go_on.setText(QCoreApplication.translate("Unexpected", u"Go on", None))
#if QT_CONFIG(accessibility)
        self.go_on.setAccessibleName(QCoreApplication.translate("Unexpected", u"Go on", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

