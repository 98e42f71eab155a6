"""A sweep every night by Apache Airflow 2, with its Spark provider: copy this file into the DAGs folder.

The connection spark_default names the cluster; its secrets stay in Airflow. A run that ends with an exit code other
than 0 fails the task, also where some candidates failed (4): the log says which.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

with DAG(
    dag_id="tenfold_churn",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,  # one sweep of today's data, not one for each night that was missed
    max_active_runs=1,
    default_args={"retries": 1, "retry_delay": timedelta(minutes=15)},
) as dag:
    SparkSubmitOperator(
        task_id="sweep",
        conn_id="spark_default",
        application="/opt/tenfold/tenfold-0.1.0.jar",
        java_class="tenfold.jobs.Tenfold",
        # output.runs lies where every attempt sees it, whatever machine it starts on
        application_args=[
            "sweep",
            "/opt/tenfold/conf/churn-forest.conf",
            "--if-data-changed",
            "-D",
            "data.path=hdfs:///data/churn.csv",
            "-D",
            "output.runs=hdfs:///models/runs",
        ],
        driver_memory="4g",
        executor_memory="4g",
        executor_cores=2,
        num_executors=4,
        conf={"spark.driver.maxResultSize": "0"},
    )
