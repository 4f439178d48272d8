# SPDX-License-Identifier: GPL-3.0-or-later
"""logistic.py FILE ROWS COLUMNS: scikit-learn's logistic regression without a penalty, by its fastest solver for many rows.

FILE: the columns one after another as doubles, then the outcomes as bytes.
"""

import os
import resource
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
try:
    import numpy
    from sklearn.linear_model import LogisticRegression
except ImportError:
    sys.exit(77)

rows, columns = int(sys.argv[2]), int(sys.argv[3])
x = numpy.fromfile(sys.argv[1], numpy.float64, rows * columns).reshape(columns, rows).T
y = numpy.fromfile(sys.argv[1], numpy.uint8, offset=8 * rows * columns)
before = time.process_time()
model = LogisticRegression(penalty=None, solver="newton-cholesky", tol=1e-8).fit(x, y)
print("cpuSeconds", time.process_time() - before)
print("peakMiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print("lastCoefficient", f"{model.coef_[0][-1]:.12g}")
