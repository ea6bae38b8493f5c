#!/bin/sh
# Writes the three hash-locked files next to this script from their .in files (needs uv and the package index).
# torch is left out of app.txt, with the CUDA packages its default build asks for: torch.txt holds every build's
# hash, so that a machine without a GPU installs the CPU wheel. See docs/decisions.md.
set -eu
cd "$(dirname "$0")"
without=""
for package in torch triton cuda-bindings cuda-pathfinder cuda-toolkit nvidia-cublas nvidia-cuda-cccl nvidia-cuda-cupti \
    nvidia-cuda-nvrtc nvidia-cuda-runtime nvidia-cudnn-cu13 nvidia-cufft nvidia-cufile nvidia-curand nvidia-cusolver \
    nvidia-cusparse nvidia-cusparselt-cu13 nvidia-nccl-cu13 nvidia-nvjitlink nvidia-nvshmem-cu13 nvidia-nvtx; do
    without="$without --no-emit-package $package"
done
export UV_CUSTOM_COMPILE_COMMAND="make lock"
compile() { uv pip compile --quiet --generate-hashes --no-annotate "$@"; }
# shellcheck disable=SC2086
compile --python-version 3.11 --universal $without app.in -o app.txt
compile --python-version 3.10 --universal engine.in -o engine.txt
compile --python-version 3.11 --universal tools.in -o tools.txt
compile --python-version 3.11 --universal node.in -o node.txt
