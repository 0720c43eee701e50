"""`python -m benchmarks.floors.window`: an empty window as Qt gives it, with docks and a view."""

import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QGraphicsScene,
    QGraphicsView,
    QMainWindow,
    QTextEdit,
)


def main() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    scene = QGraphicsScene(window)
    window.setCentralWidget(QGraphicsView(scene, window))
    area = Qt.DockWidgetArea
    for place in (area.LeftDockWidgetArea, area.RightDockWidgetArea, area.BottomDockWidgetArea):
        dock = QDockWidget(window)
        dock.setWidget(QTextEdit(dock))
        window.addDockWidget(place, dock)
    window.resize(1920, 1080)
    window.show()
    QCoreApplication.processEvents()
    application.closeAllWindows()


if __name__ == "__main__":
    main()
